import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";

/** Both work at Kelurahan Sobo; the second approves what the first has written. */
const WRITER = "Sri Lestari";
const COLLEAGUE = "Adi Nugroho";

async function presses(desk: Page, mode: Mode, button: string, answer: string) {
  await desk.getByRole("button", { name: button, exact: true }).click();
  await expect(desk.getByRole("status")).toContainText(answer);
  await alive(desk, mode);
}

/** A shop and a product, both proposed; the address of the shop's desk. */
async function proposes(desk: Page, mode: Mode, shop: string, product: string): Promise<string> {
  await open(desk, mode, "/kantor/produk");
  await desk.getByRole("link", { name: "Buka toko" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Buka toko");
  await desk.getByLabel("Nama pemilik").fill("Yuni Contoh");
  await desk.getByLabel("Nama toko").fill(shop);
  await desk.getByLabel("Mikro").check();
  await desk.getByLabel("Alamat").fill("Dusun Contoh RT 001 / RW 002");
  await desk.getByLabel("Nomor WhatsApp toko").fill("0333 123456");
  await desk.getByRole("button", { name: "Ajukan untuk disetujui" }).click();
  await expect(desk.getByRole("alert")).toContainText("Isi nomor HP yang diawali 08");
  await expect(desk.getByLabel("Nama toko"), "what was typed stays").toHaveValue(shop);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Nomor WhatsApp toko").fill("0812 0000 0098");
  await presses(desk, mode, "Ajukan untuk disetujui", "Sudah diajukan");
  await expect(desk.getByText("Menunggu orang kedua")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Setujui dan tampilkan" }), "nobody approves their own").toHaveCount(0);
  await expectWellBehaved(desk, mode);
  const address = desk.url().split("?")[0];

  await desk.getByRole("link", { name: "Tambah produk" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Tambah produk");
  await desk.getByLabel("Nama produk").fill(product);
  await desk.getByLabel("Jenis produk").selectOption({ label: "Makanan ringan" });
  await desk.getByLabel("Harga", { exact: true }).fill("18.000");
  await desk.getByLabel("Satuan", { exact: true }).fill("bungkus");
  await desk.getByLabel("Ada barangnya").check();
  await expectWellBehaved(desk, mode);
  await presses(desk, mode, "Ajukan untuk disetujui", "Sudah diajukan");
  return address;
}

const HEADS = "Alamat produk;Toko;Nama produk;Jenis produk;Harga;Satuan;Persediaan";

/** Chooses a file and has it looked through. */
async function sendsTable(desk: Page, mode: Mode, text: string) {
  await desk.getByLabel("Berkas", { exact: true }).setInputFiles({ name: "produk.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await desk.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(desk.getByRole("heading", { name: "Hasil pemeriksaan" })).toBeVisible();
  await alive(desk, mode);
}

/** Two bad rows, put right in the file that comes back; then one press writes all of it. */
async function bringsInATable(desk: Page, mode: Mode, shop: string, [good, dear, nameless]: string[]) {
  await open(desk, mode, "/kantor/produk");
  await desk.getByRole("link", { name: "Dampak pelatihan" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Dampak pelatihan");
  await expect(desk.getByText("Yang diukur:")).toBeVisible();
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await open(desk, mode, "/kantor/produk");
  await desk.getByRole("link", { name: "Impor dan ekspor" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Impor produk");
  await expectWellBehaved(desk, mode);
  const row = (name: string, price: string) => `;${shop};${name};Makanan ringan;${price};bungkus;Habis`;
  await sendsTable(desk, mode, [HEADS, row(good, "9.000"), row(dear, "sembilan ribu"), row("", "7.500")].join("\r\n"));
  await expect(desk.getByRole("status")).toContainText("2 baris perlu diperbaiki");
  await expect(desk.getByText("Isi jumlah rupiah dengan angka, misalnya 4.500.000.")).toBeVisible();
  await expect(desk.getByText("Isi nama produk.")).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Ajukan/ }), "nothing is written while a row is wrong").toHaveCount(0);
  await expectWellBehaved(desk, mode);
  const waiting = desk.waitForEvent("download");
  await desk.getByRole("link", { name: "Unduh berkas yang perlu diperbaiki" }).click();
  const file = readFileSync(await (await waiting).path(), "utf8");
  expect(file).toContain("Keterangan");
  expect(file).toContain("Nama produk: Isi nama produk.");
  await sendsTable(desk, mode, file.replace("sembilan ribu", "8.000").replace(`${shop};;`, `${shop};${nameless};`));
  await expect(desk.getByRole("status")).toContainText("Semua baris benar");
  await expectWellBehaved(desk, mode);
  await presses(desk, mode, "Ajukan 3 produk", "3 produk diajukan");
}

/** A price in place; in a page that is alive the arrow keys move along the column. */
async function editsInPlace(desk: Page, mode: Mode, names: string[]) {
  await open(desk, mode, "/kantor/produk/tabel");
  await expectWellBehaved(desk, mode);
  const prices = desk.getByRole("textbox", { name: /^Harga, / });
  if (mode === "hidup") {
    await prices.first().focus();
    await desk.keyboard.press("ArrowDown");
    await expect(prices.nth(1)).toBeFocused();
    await desk.keyboard.press("Enter");
    await desk.keyboard.press("ArrowUp");
    await expect(prices.nth(1)).toBeFocused();
  }
  const price = desk.getByRole("textbox", { name: `Harga, ${names[0]}`, exact: true });
  await price.fill("gratis");
  await desk.getByRole("button", { name: "Ajukan perubahan" }).click();
  await expect(desk.getByRole("alert")).toContainText("Isi jumlah rupiah dengan angka");
  await expect(price, "what was typed stays").toHaveValue("gratis");
  await expectWellBehaved(desk, mode);
  await price.fill("9.500");
  await presses(desk, mode, "Ajukan perubahan", "1 produk diajukan");
}

test("the office opens a shop, a colleague approves each change by what differs, and hides it at once", async ({ page, somebodyElse, mode }, info) => {
  test.slow();
  const [shop, product] = [`Kedai ${info.project.name}`, `Sale ${info.project.name}`];
  const [writer, colleague] = [await deskOf(somebodyElse, WRITER), await deskOf(somebodyElse, COLLEAGUE)];
  const address = await proposes(writer, mode, shop, product);
  const desk = writer.url().split("?")[0];

  await open(colleague, mode, "/kantor/produk");
  await expectWellBehaved(colleague, mode);
  await colleague.getByRole("link", { name: shop, exact: true }).click();
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText(shop);
  await expect(colleague.getByRole("button", { name: "Setujui dan tampilkan" }), "the owner was never seen").toHaveCount(0);
  await presses(colleague, mode, "Catat: pemilik sudah ditemui", "kantor sudah bertemu pemiliknya");
  await presses(colleague, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  await colleague.getByRole("link", { name: product }).click();
  await expect(colleague.getByRole("heading", { level: 1 })).toHaveText(product);
  await presses(colleague, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  const public_page = (await colleague.getByRole("link", { name: "Lihat di pasar" }).getAttribute("href")) ?? "";
  const price = async () => {
    await open(page, mode, public_page);
    return page.locator("main").innerText();
  };
  expect(await price()).toContain("Rp18.000");

  await open(writer, mode, `${desk}/ubah`);
  await writer.getByLabel("Harga", { exact: true }).fill("20.000");
  await presses(writer, mode, "Ajukan untuk disetujui", "Sudah diajukan");
  await expect(writer.getByText("Rp20.000")).toBeVisible();
  expect(await price(), "visitors see what was approved last").toContain("Rp18.000");
  await open(colleague, mode, desk);
  await expect(colleague.getByText("Berubah", { exact: true }), "one field differs").toHaveCount(1);
  await expectWellBehaved(colleague, mode);
  await presses(colleague, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  expect(await price(), "and at once what is approved now").toContain("Rp20.000");

  // A photo is a change like another.
  await open(writer, mode, desk);
  await writer.getByRole("link", { name: "Atur foto" }).click();
  await expect(writer.getByText("Belum ada foto.")).toBeVisible();
  await expectWellBehaved(writer, mode);
  const shown = await page.screenshot({ type: "jpeg" });
  await writer.getByLabel("Foto", { exact: true }).setInputFiles({ name: "sale.jpg", mimeType: "image/jpeg", buffer: shown });
  await writer.getByLabel("Apa yang terlihat di foto?").fill("Sale pisang di piring rotan");
  await presses(writer, mode, "Kirim foto", "Foto tersimpan.");
  await expectWellBehaved(writer, mode);
  await presses(writer, mode, "Kirim untuk disetujui", "Kantor akan memeriksanya");
  await open(page, mode, public_page);
  await expect(page.getByAltText("Sale pisang di piring rotan"), "nobody has approved it").toHaveCount(0);
  await open(colleague, mode, desk);
  await expect(colleague.getByText("Berubah", { exact: true }), "the photos differ").toHaveCount(1);
  await expect(colleague.getByAltText("Sale pisang di piring rotan")).toBeVisible();
  await expectWellBehaved(colleague, mode);
  await presses(colleague, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  await open(page, mode, public_page);
  await expect(page.getByAltText("Sale pisang di piring rotan")).toBeVisible();
  await expectWellBehaved(page, mode);

  await colleague.getByText("Sembunyikan produk").click();
  await colleague.getByRole("button", { name: "Sembunyikan sekarang" }).click();
  await expect(colleague.getByRole("alert")).toContainText("Isi alasan.");
  await expectWellBehaved(colleague, mode);
  await colleague.getByLabel("Alasan").fill("Ada laporan dari pembeli.");
  await presses(colleague, mode, "Sembunyikan sekarang", "Pengunjung tidak melihatnya lagi");
  await expect(colleague.getByText("Ada laporan dari pembeli.")).toBeVisible();
  expect((await open(page, mode, public_page))?.status()).toBe(404);
  await presses(colleague, mode, "Tampilkan lagi", "Ditampilkan lagi");
  expect((await open(page, mode, public_page))?.status()).toBe(200);

  // Two at once: the second is told, and nothing typed is lost.
  const edit = `${address}/ubah`;
  await open(writer, mode, edit);
  await open(colleague, mode, edit);
  await writer.getByLabel("Bidang usaha").fill("Makanan");
  await presses(writer, mode, "Simpan draf", "Draf tersimpan");
  await colleague.getByLabel("Bidang usaha").fill("Camilan");
  await colleague.getByRole("button", { name: "Simpan draf" }).click();
  await expect(colleague.getByRole("alert")).toContainText("baru saja diubah orang lain");
  await expect(colleague.getByLabel("Bidang usaha")).toHaveValue("Camilan");
  await expect(colleague.getByText("Yang tersimpan sekarang: Makanan")).toBeVisible();
  await presses(colleague, mode, "Simpan draf", "Draf tersimpan");

  // Many products at once are proposals like others.
  const names = ["Jahe", "Kelapa", "Wijen"].map((taste) => `Kue ${taste} ${info.project.name}`);
  await bringsInATable(writer, mode, shop, names);
  await editsInPlace(writer, mode, names);
  await open(colleague, mode, "/kantor/produk");
  await colleague.getByRole("link", { name: names[0], exact: true }).click();
  await expect(colleague.getByText("Rp9.500")).toBeVisible();
  await presses(colleague, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  const bought = (await colleague.getByRole("link", { name: "Lihat di pasar" }).getAttribute("href")) ?? "";
  await open(page, mode, bought);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(names[0]);
});

test("a shop with more products than a page goes on over pages", async ({ somebodyElse, mode }, info) => {
  test.slow();
  const shop = `Gudang ${info.project.name}`;
  // Another office: what waits here stands before nobody else's.
  const desk = await deskOf(somebodyElse, "Eko Purnomo");
  await open(desk, mode, "/kantor/produk/toko/baru");
  await desk.getByLabel("Nama pemilik").fill("Yuni Contoh");
  await desk.getByLabel("Nama toko").fill(shop);
  await desk.getByLabel("Mikro").check();
  await desk.getByLabel("Alamat").fill("Dusun Contoh RT 001 / RW 002");
  await desk.getByLabel("Nomor WhatsApp toko").fill("0812 0000 0095");
  await presses(desk, mode, "Simpan draf", "Draf tersimpan");
  const address = desk.url().split("?")[0];
  // The shop itself is a draft in which nothing is missing: one press in the list sends it.
  await open(desk, mode, "/kantor/produk?daftar=draf");
  await expectWellBehaved(desk, mode);
  await desk.locator("tr", { hasText: shop }).getByRole("button", { name: "Ajukan" }).click();
  await expect(desk.getByRole("status")).toContainText("Sudah diajukan");
  await alive(desk, mode);

  await open(desk, mode, "/kantor/produk/impor");
  const rows = Array.from({ length: 51 }, (_, number) => `;${shop};Kue ${number + 1};Makanan ringan;9000;bungkus;Habis`);
  await sendsTable(desk, mode, [HEADS, ...rows].join("\r\n"));
  await presses(desk, mode, "Ajukan 51 produk", "51 produk diajukan");
  await open(desk, mode, address);
  const products = desk.getByRole("link", { name: /^Kue \d+$/ });
  await expect(products).toHaveCount(50);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name: "Berikutnya" }).click();
  await expect(products).toHaveCount(1);
  await expect(desk.getByRole("link", { name: "Berikutnya" })).toHaveCount(0);
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
});
