import { expect, expectWellBehaved, open, test } from "../support/journey";
import { pagesOf } from "../support/paper";

test("a visitor looks at the letter before asking for it", async ({ page, mode }) => {
  await open(page, mode, "/layanan/sku");
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: "Lihat contoh surat" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Contoh: Surat Keterangan Usaha");
  const letter = page.getByRole("article", { name: "Isi surat" });
  for (const words of ["SITI CONTOH", "**** **** **** 0001", "Warung Kopi Contoh", "semua nama dan nomor dikarang"]) await expect(letter).toContainText(words);
  await expectWellBehaved(page, mode);

  await open(page, mode, "/layanan/sktm");
  await expect(page.getByRole("link", { name: "Lihat contoh surat" }), "what cannot be had yet shows no sample").toHaveCount(0);
});

test("an office prints the sheet of a service on one page", async ({ page, mode }) => {
  for (const code of ["sku", "skd", "pindah", "datang", "sktm"]) {
    await open(page, mode, `/layanan/${code}`);
    expect(pagesOf(await page.pdf({ format: "A4" })), code).toBe(1);
  }
  if (mode !== "hidup") return; // without a script the browser's own way prints
  await page.evaluate(() => (window.print = () => void (document.title = "printed")));
  await page.getByRole("button", { name: "Cetak lembar ini" }).click();
  await expect(page).toHaveTitle("printed");
});
