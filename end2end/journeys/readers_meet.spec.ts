import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";
import { comesInAsResident } from "../support/people";

type Mode = "hidup" | "hemat" | "mati";

/** A library, its officer, a reader and an hour for each way of running. */
const CLUBS: Record<string, { slug: string; officer: string; phone: string; hour: string }> = {
  "hidup hp": { slug: "kemiren", officer: "Wahyu Nurcahyo", phone: "081377700021", hour: "13.00" },
  "hidup pc": { slug: "tamansari-licin", officer: "Rini Wulandari", phone: "081377700022", hour: "14.00" },
  "hemat pc": { slug: "genteng-wetan", officer: "Eko Purnomo", phone: "081377700023", hour: "15.00" },
  "mati hp": { slug: "sobo", officer: "Sri Lestari", phone: "081377700024", hour: "16.00" },
};

/** Far ahead: another run plans for another day. */
function dayAhead(): string {
  const day = new Date(Date.now() + 300 * 86_400_000);
  return `${day.getUTCDate()}-${day.getUTCMonth() + 1}-${day.getUTCFullYear()}`;
}

async function says(page: Page, mode: Mode, sentence: string) {
  await expect(page.getByRole("status").filter({ hasText: sentence })).toBeVisible();
  await alive(page, mode);
}

test("a librarian plans a meeting, and a reader joins, notes how far they are, and leaves", async ({ page, mode, somebodyElse }, info) => {
  const { slug, officer, phone, hour } = CLUBS[info.project.name] ?? {};
  test.skip(!slug, "one library for each of four ways");
  test.setTimeout(120_000);
  const desk = await deskOf(somebodyElse, officer!);
  await open(desk, mode, "/kantor/pustaka");
  await desk.getByRole("link", { name: "Kelompok baca" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Kelompok baca");
  await alive(desk, mode);
  const book = `Laskar Pelangi ${hour}`;
  await desk.getByText("Pertemuan baru", { exact: true }).click();
  await desk.getByLabel("Buku yang dibaca").fill(book);
  await desk.getByLabel("Tanggal", { exact: true }).fill("kemarin");
  await desk.getByLabel("Pukul").fill(hour!);
  await desk.getByLabel("Tempat", { exact: true }).fill("Pendopo desa");
  await desk.getByRole("button", { name: "Jadwalkan" }).click();
  await expect(desk.getByRole("alert").first()).toBeVisible();
  await alive(desk, mode);
  await expect(desk.getByLabel("Buku yang dibaca"), "what was typed stays").toHaveValue(book);
  await desk.getByLabel("Tanggal", { exact: true }).fill(dayAhead());
  await desk.getByRole("button", { name: "Jadwalkan" }).click();
  await says(desk, mode, "Pertemuan dijadwalkan.");
  await expectWellBehaved(desk, mode);

  await comesInAsResident(page, phone!, "Nur Contoh");
  await open(page, mode, `/d/${slug}/pustaka`);
  await expect(page.locator("main")).toContainText(book);
  await page.getByRole("link", { name: "Ikut kelompok baca" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Kelompok baca ");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Nama untuk kartu pembaca").fill("Nur Contoh");
  await page.getByRole("button", { name: "Ikut kelompok baca" }).click();
  await says(page, mode, "Anda sudah menjadi anggota.");
  await page.locator("main").getByRole("link", { name: /^Kelompok baca / }).click();
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("Membaca: ");
  await alive(page, mode);
  await page.getByRole("button", { name: "Catat" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await alive(page, mode);
  await page.getByLabel("Sudah sampai mana?").fill("halaman 45");
  await page.getByRole("button", { name: "Catat" }).click();
  await says(page, mode, "Tercatat.");
  await expect(page.getByLabel("Sudah sampai mana?")).toHaveValue("halaman 45");
  await expectWellBehaved(page, mode);

  await open(desk, mode, "/kantor/pustaka/kelompok");
  await expect(desk.locator("main")).toContainText("Nur Contoh");
  await expect(desk.locator("main"), "how far somebody is, is their own affair").not.toContainText("halaman 45");
  await desk.getByRole("listitem").filter({ hasText: book }).getByRole("button", { name: "Batalkan" }).click();
  await says(desk, mode, "Pertemuan dibatalkan.");

  await page.getByRole("button", { name: "Keluar dari kelompok" }).click();
  await says(page, mode, "Anda sudah keluar dari kelompok.");
});
