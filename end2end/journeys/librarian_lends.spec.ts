import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";

/** A library for each way of running: cards and labels are counted in each. */
const LIBRARIANS: Record<string, string> = {
  "hidup hp": "Wahyu Nurcahyo",
  "hidup pc": "Rini Wulandari",
  "hemat pc": "Eko Purnomo",
  "mati hp": "Sri Lestari",
};

/** The number of a book that nobody has entered: its last digit is a check on the others. */
function newIsbn(): string {
  const twelve = `979${String(Date.now() % 1_000_000_000).padStart(9, "0")}`;
  const sum = [...twelve].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0);
  return twelve + ((10 - (sum % 10)) % 10);
}

async function shows(desk: Page, mode: Mode, sentence: string | RegExp) {
  await expect(desk.getByRole("status")).toContainText(sentence);
  await alive(desk, mode);
}

/** First the number, with a digit mistyped; then the book, with two copies. Their labels. */
async function enters(desk: Page, mode: Mode, isbn: string, name: string): Promise<string[]> {
  await open(desk, mode, "/kantor/pustaka/buku");
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name: "Tambah buku" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Tambah buku");
  await alive(desk, mode);
  const wrong = isbn.slice(0, 12) + ((Number(isbn[12]) + 1) % 10);
  await desk.getByLabel("ISBN", { exact: true }).fill(wrong);
  await desk.getByRole("button", { name: "Lanjut" }).click();
  await expect(desk.getByRole("alert")).toContainText("salah ketik");
  await expect(desk.getByLabel("ISBN", { exact: true }), "what was typed stays").toHaveValue(wrong);
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("ISBN", { exact: true }).fill(isbn);
  await desk.getByRole("button", { name: "Lanjut" }).click();
  await expect(desk.getByText("belum tercatat di kabupaten")).toBeVisible();
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Judul", { exact: true }).fill(name);
  await desk.getByLabel("Jumlah eksemplar").fill("2");
  await desk.getByRole("button", { name: "Simpan buku" }).click();
  await expect(desk.getByRole("alert"), "for whom it is was not said").toContainText("sasaran usia");
  await expect(desk.getByLabel("Judul", { exact: true })).toHaveValue(name);
  await alive(desk, mode);
  await desk.getByLabel("Anak", { exact: true }).check();
  await desk.getByLabel("Kelas", { exact: true }).selectOption({ label: "Cerita anak" });
  await desk.getByRole("button", { name: "Simpan buku" }).click();
  await shows(desk, mode, "Buku tercatat");
  await expectWellBehaved(desk, mode);
  const labels = await desk.getByRole("link", { name: /^\d{6}-B\d+$/ }).allInnerTexts();
  expect(labels).toHaveLength(2);
  return labels.map((label) => label.trim());
}

/** Somebody new; the code of their card. */
async function registers(desk: Page, mode: Mode, name: string): Promise<string> {
  await open(desk, mode, "/kantor/pustaka/pembaca");
  await desk.getByText("Pembaca baru", { exact: true }).click();
  await desk.getByLabel("Nama", { exact: true }).fill(name);
  await desk.getByLabel("Anak, meminjam lewat wali").check();
  await desk.getByRole("button", { name: "Buat kartu" }).click();
  await expect(desk.getByRole("alert"), "a child has a guardian").toContainText("kode kartu wali");
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Dewasa").check();
  await desk.getByRole("button", { name: "Buat kartu" }).click();
  await shows(desk, mode, "Kartu sudah dibuat");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await expectWellBehaved(desk, mode);
  return (await desk.getByText(/^\d{6}-A\d+$/).first().innerText()).trim();
}

async function finds(desk: Page, mode: Mode, code: string) {
  await open(desk, mode, "/kantor/pustaka");
  await desk.getByLabel("Kode buku").fill(code);
  await desk.getByRole("button", { name: "Buka" }).click();
  await expect(desk).toHaveURL(/kode=/);
  await alive(desk, mode);
}

test("a librarian enters a book, lends it once, and takes it back", async ({ somebodyElse, mode }, info) => {
  const librarian = LIBRARIANS[info.project.name];
  test.skip(!librarian, "one library for each of four ways");
  test.setTimeout(180_000);
  const desk = await deskOf(somebodyElse, librarian);
  const second = await deskOf(somebodyElse, librarian);
  const name = `Penyu Kecil ${Date.now() % 100_000}`;
  const [first, other] = await enters(desk, mode, newIsbn(), name);
  const card = await registers(desk, mode, "Siti Contoh");
  const reader = desk.url().split("?")[0];

  // A word that is no code, and a card that nobody has: what was typed stays.
  await finds(desk, mode, "buku");
  await expect(desk.getByRole("alert")).toContainText("Isi kode seperti pada label");
  await finds(second, mode, first);
  await finds(desk, mode, first.split("-B")[1]);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Kode kartu").fill("999999");
  await desk.getByRole("button", { name: "Pinjamkan" }).click();
  await expect(desk.getByRole("alert")).toContainText("Kode ini tidak dikenal");
  await expect(desk.getByLabel("Kode kartu")).toHaveValue("999999");
  await alive(desk, mode);
  await desk.getByLabel("Kode kartu").fill(card);
  await desk.getByRole("button", { name: "Pinjamkan" }).click();
  await shows(desk, mode, "Buku sudah dipinjamkan");
  await expect(desk.locator("main")).toContainText(`Siti Contoh, kartu ${card}`);
  await expectWellBehaved(desk, mode);

  // At the other desk it still stands on the shelf.
  await second.getByLabel("Kode kartu").fill(card);
  await second.getByRole("button", { name: "Pinjamkan" }).click();
  await expect(second.getByRole("alert")).toContainText("sedang dipinjam");
  await alive(second, mode);

  // The other copy, from the reader's page; then no more.
  await open(desk, mode, reader);
  await desk.getByLabel("Kode buku").fill(other);
  await desk.getByRole("button", { name: "Pinjamkan" }).click();
  await shows(desk, mode, "Buku sudah dipinjamkan, kembali");
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Kode buku").fill(other);
  await desk.getByRole("button", { name: "Pesankan" }).click();
  await expect(desk.getByRole("alert")).toContainText("sudah ada di tangan pembaca");
  await alive(desk, mode);

  await finds(desk, mode, first);
  await desk.getByRole("button", { name: "Kembalikan", exact: true }).click();
  await shows(desk, mode, "Sudah kembali, tepat waktu.");
  await open(desk, mode, reader);
  await expect(desk.getByRole("heading", { name: "Pernah dipinjam" })).toBeVisible();
  await desk.getByRole("link", { name: "Cetak kartu" }).click();
  await expect(desk.getByRole("img", { name: `Kode QR ${card}` })).toBeVisible();
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);

  await open(desk, mode, "/kantor/pustaka");
  await desk.getByRole("button", { name: "Pengunjung +1" }).click();
  await shows(desk, mode, "Pengunjung hari ini:");
  await open(desk, mode, "/kantor/pustaka/aturan");
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Lama pinjam, hari").fill("61");
  await desk.getByRole("button", { name: "Simpan aturan" }).click();
  await expect(desk.getByRole("alert")).toContainText("60");
  await expectWellBehaved(desk, mode);
});
