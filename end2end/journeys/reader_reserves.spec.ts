import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { signInAsSomebodyNew } from "../support/resident";

const BOOK = "Nelayan Membaca Musim";

/** The part of the list that is about one book. */
const rowOf = (page: Page, book: string) => page.getByRole("listitem").filter({ hasText: book });

test("a reader finds a book of another village, reserves it and cancels it", async ({ page, mode }) => {
  await open(page, mode, "/");
  await page.getByRole("link", { name: "Pustaka" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pustaka Banyuwangi");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Cari buku").fill("nelayan musim");
  await page.getByRole("button", { name: "Cari", exact: true }).click();
  await expect(page).toHaveURL(/cari=nelayan/);
  await alive(page, mode);
  await page.getByRole("link", { name: BOOK }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BOOK);
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await expect(rowOf(page, "Kelurahan Sobo")).toContainText("eksemplar");

  // A visitor signs in, and comes back to the form.
  await rowOf(page, "Kelurahan Sobo").getByRole("link", { name: "Pesan di sini" }).click();
  await expect(page).toHaveURL(/\/masuk\?lanjut=/);
  await alive(page, mode);
  await signInAsSomebodyNew(page, mode, "Kadek Contoh");
  await expect(page.getByRole("heading", { level: 2, name: "Pesan di pustaka Kelurahan Sobo" })).toBeVisible();
  await expect(page.getByLabel("Nama untuk kartu pembaca"), "the account knows the name").toHaveValue("Kadek Contoh");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Nama untuk kartu pembaca").fill("");
  await page.getByRole("button", { name: "Pesan buku ini" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Nama untuk kartu pembaca").fill("Kadek Contoh");
  await page.getByRole("button", { name: "Pesan buku ini" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pinjaman saya");
  await expect(page.getByRole("status")).toContainText("Pesanan diterima.");
  await expect(rowOf(page, BOOK)).toContainText("Kelurahan Sobo");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: BOOK }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(BOOK);

  await open(page, mode, "/akun");
  await page.getByRole("link", { name: "Pinjaman saya" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pinjaman saya");
  await alive(page, mode);
  await rowOf(page, BOOK).getByRole("button", { name: "Batalkan pesanan" }).click();
  await expect(page.getByRole("status")).toContainText("Pesanan dibatalkan.");
  await expect(page.getByText("Belum ada pinjaman")).toBeVisible();
  await alive(page, mode);
  await expectWellBehaved(page, mode);
});

test("a village shows its own books and when it is open, and an empty one says what to try", async ({ page, mode }) => {
  await open(page, mode, "/d/tamansari-licin");
  await page.getByRole("link", { name: "Pustaka" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pustaka Desa Tamansari");
  await expect(page.locator("main")).toContainText("Buka Senin");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  // By a word too: what a librarian brought in by a file fills the first page.
  await page.getByLabel("Cari buku").fill("kabut");
  await page.getByText("Saring", { exact: true }).click();
  await page.getByLabel("Untuk umur").selectOption({ label: "Anak" });
  await page.getByLabel("Tersedia sekarang").check();
  await expectWellBehaved(page, mode);
  await page.getByRole("button", { name: "Tampilkan buku" }).click();
  await expect(page.getByText("Anak, Tersedia sekarang")).toBeVisible();
  await expect(page.getByRole("link", { name: "Siapa di Balik Kabut?" })).toBeVisible();

  await open(page, mode, "/d/olehsari/pustaka");
  await expect(page.getByRole("status")).toContainText("Pustaka ini belum mendaftarkan buku");
  await expectWellBehaved(page, mode);
  await open(page, mode, "/pustaka?cari=kulkas");
  await expect(page.getByRole("status")).toContainText("Tidak ditemukan");
  const answer = await open(page, mode, "/pustaka/tidak-ada");
  expect(answer?.status()).toBe(404);
});
