import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";
import { signInAsSomebodyNew } from "../support/resident";

type Mode = "hidup" | "hemat" | "mati";

/** Who sends, from where as the catalogue says it, and who receives: a pair for each way of running. */
const PAIRS: Record<string, [string, string, string]> = {
  "hidup hp": ["Sri Lestari", "Kelurahan Sobo", "Rini Wulandari"],
  "hidup pc": ["Sri Lestari", "Kelurahan Sobo", "Rini Wulandari"],
  "hemat pc": ["Eko Purnomo", "Desa Genteng Wetan", "Rini Wulandari"],
  "mati hp": ["Eko Purnomo", "Desa Genteng Wetan", "Rini Wulandari"],
};

const BETWEEN = "/kantor/pustaka/antar";

/** A title with one copy; its label. */
async function enters(desk: Page, mode: Mode, name: string): Promise<string> {
  await open(desk, mode, "/kantor/pustaka/buku/baru?tanpa=ya");
  await desk.getByLabel("Judul", { exact: true }).fill(name);
  await desk.getByLabel("Anak", { exact: true }).check();
  await desk.getByLabel("Kelas", { exact: true }).selectOption({ label: "Cerita anak" });
  await desk.getByRole("button", { name: "Simpan buku" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(desk, mode);
  return (await desk.getByRole("link", { name: /^\d{6}-B\d+$/ }).first().innerText()).trim();
}

const rowOf = (page: Page, book: string) => page.getByRole("listitem").filter({ hasText: book });

/** What the reader reads of the book at home. */
async function reads(page: Page, mode: Mode, book: string, state: string) {
  await open(page, mode, "/akun/pinjaman");
  await expect(rowOf(page, book)).toContainText(state);
}

test("a reader fetches at home what stands in another village, and both offices act", async ({ page, somebodyElse, mode }, info) => {
  const pair = PAIRS[info.project.name];
  test.skip(!pair, "a pair of libraries for each of four ways");
  test.setTimeout(240_000);
  const [lender, place, receiver] = pair;
  const there = await deskOf(somebodyElse, lender);
  const here = await deskOf(somebodyElse, receiver);
  const book = `Titipan ${info.project.name} ${Date.now() % 100_000}`;
  const label = await enters(there, mode, book);

  await open(page, mode, `/pustaka?cari=${encodeURIComponent(book)}`);
  await page.getByRole("link", { name: book }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(book);
  await alive(page, mode);
  await rowOf(page, place).getByRole("link", { name: "Pesan di sini" }).click();
  await expect(page).toHaveURL(/\/masuk\?lanjut=/);
  await alive(page, mode);
  await signInAsSomebodyNew(page, mode, "Komang Contoh");
  await expect(page.getByRole("heading", { level: 2, name: `Pesan di pustaka ${place}` })).toBeVisible();
  await expectWellBehaved(page, mode);
  await page.getByLabel("Ambil di pustaka").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Lanjut" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Ambil di pustaka Desa Tamansari" })).toBeVisible();
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByRole("button", { name: "Minta buku ini" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pinjaman saya");
  await expect(page.getByRole("status")).toContainText("Permintaan disampaikan");
  await expect(rowOf(page, book)).toContainText("Diminta");
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  // The lender takes it from the shelf; a label of nothing is refused, and what was typed stays.
  await open(there, mode, BETWEEN);
  await expectWellBehaved(there, mode);
  const asked = there.locator("section").filter({ has: there.getByRole("heading", { name: book }) });
  await asked.getByLabel("Kode buku").fill("999999");
  await asked.getByRole("button", { name: "Kirim buku ini" }).click();
  await expect(asked.getByRole("alert").first()).toContainText("Kode ini tidak dikenal");
  await expect(asked.getByLabel("Kode buku")).toHaveValue("999999");
  await alive(there, mode);
  await asked.getByLabel("Kode buku").fill(label);
  await asked.getByRole("button", { name: "Kirim buku ini" }).click();
  await expect(there.getByText("Tercatat dalam perjalanan.")).toBeVisible();
  await reads(page, mode, book, "Dalam perjalanan");
  await expect(rowOf(page, book).getByRole("button"), "too late to cancel").toHaveCount(0);

  // It arrives, is fetched and brought back.
  await open(here, mode, "/kantor/pustaka");
  await here.getByLabel("Kode buku").fill(label);
  await here.getByRole("button", { name: "Buka", exact: true }).click();
  await expect(here.getByText("Dikirim ke sini oleh perpustakaan")).toBeVisible();
  await alive(here, mode);
  await expectWellBehaved(here, mode);
  await here.getByRole("button", { name: "Sudah tiba di sini" }).click();
  await expect(here.getByText("Buku dari perpustakaan lain sudah tiba.")).toBeVisible();
  await expect(here.getByText("Sisihkan untuk Komang Contoh")).toBeVisible();
  await alive(here, mode);
  await expectWellBehaved(here, mode);
  await reads(page, mode, book, "Siap diambil");
  const card = /kartu (\d{6}-A\d+)/.exec(await here.locator("main").innerText())?.[1] ?? "";
  await here.getByLabel("Kode kartu").fill(card);
  await here.getByRole("button", { name: "Pinjamkan" }).click();
  await expect(here.getByText("Buku sudah dipinjamkan.")).toBeVisible();
  await alive(here, mode);
  await reads(page, mode, book, "Dipinjam");
  await here.getByRole("button", { name: "Kembalikan", exact: true }).click();
  await expect(here.getByText("Sudah kembali, tepat waktu.")).toBeVisible();
  await alive(here, mode);
  await expectWellBehaved(here, mode);
  await here.getByRole("button", { name: "Sudah dikirim pulang" }).click();
  await expect(here.getByRole("heading", { level: 1 })).toHaveText("Antarperpustakaan");
  await expect(here.getByText("Tercatat dalam perjalanan pulang.")).toBeVisible();

  // And stands where it belongs.
  await open(there, mode, BETWEEN);
  await rowOf(there, book).getByRole("button", { name: "Sudah tiba di sini" }).click();
  await expect(there.getByText("Sudah pulang. Kembalikan buku ini ke rak.")).toBeVisible();
  await alive(there, mode);
  await expectWellBehaved(there, mode);
});
