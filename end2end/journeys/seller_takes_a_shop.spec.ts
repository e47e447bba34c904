import type { Page } from "@playwright/test";
import { twelveMegapixels } from "../support/camera";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";

const OFFICER = "Sri Lestari";

async function presses(page: Page, mode: Mode, button: string, answer: string) {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("status")).toContainText(answer);
  await alive(page, mode);
}

/** The officer opens a shop for who stands at the counter, and has met them. */
async function opensShop(desk: Page, mode: Mode, shop: string): Promise<string> {
  await open(desk, mode, "/kantor/produk/toko/baru");
  await desk.getByLabel("Nama pemilik").fill("Kadek Contoh");
  await desk.getByLabel("Nama toko").fill(shop);
  await desk.getByLabel("Mikro").check();
  await desk.getByLabel("Alamat").fill("Dusun Contoh RT 001 / RW 002");
  await desk.getByLabel("Nomor WhatsApp toko").fill("0812 0000 0097");
  await presses(desk, mode, "Ajukan untuk disetujui", "Sudah diajukan");
  const address = desk.url().split("?")[0];
  await presses(desk, mode, "Catat: pemilik sudah ditemui", "kantor sudah bertemu pemiliknya");
  return address;
}

/** Comes in on the way to where the link leads. */
async function comesInAt(page: Page, mode: Mode, link: string, phone: string) {
  await open(page, mode, link);
  await expect(page).toHaveURL(/\/masuk\?lanjut=/);
  await page.getByLabel("Nomor HP atau WhatsApp").fill(phone);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Isi kode");
  await page.getByLabel("Kode", { exact: true }).fill(await page.locator("#kode-peragaan").innerText());
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siapa nama Anda?");
  await page.getByLabel("Nama lengkap").fill("Kadek Contoh");
  await page.getByRole("button", { name: "Simpan" }).click();
}

/** A product with all that is asked for, sent to the office at once. */
async function addsWhole(page: Page, mode: Mode, home: string, product: string) {
  await open(page, mode, home);
  await page.getByRole("link", { name: "Tambah produk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tambah produk");
  await alive(page, mode);
  await page.getByLabel("Nama produk").fill(product);
  await page.getByLabel("Jenis produk").selectOption({ label: "Makanan ringan" });
  await page.getByLabel("Harga", { exact: true }).fill("12.000");
  await page.getByLabel("Satuan", { exact: true }).fill("bungkus");
  await page.getByLabel("Ada barangnya").check();
  await presses(page, mode, "Ajukan untuk disetujui", "Kantor desa akan memeriksanya");
}

test("a seller takes a shop by a link, adds products with a photo, and visitors see what the office has approved", async ({ page, somebodyElse, mode }, info) => {
  test.slow();
  const number = `${Date.now() % 1_000_000}${info.parallelIndex}`.padStart(7, "0");
  const [shop, product] = [`Warung ${info.project.name} ${number}`, `Keripik ${info.project.name} ${number}`];
  const desk = await deskOf(somebodyElse, OFFICER);
  const address = await opensShop(desk, mode, shop);
  await desk.getByRole("link", { name: "Serahkan ke penjual" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Serahkan ke penjual");
  await desk.getByLabel("Nomor HP penjual").fill("rumah");
  await desk.getByRole("button", { name: "Buat tautan" }).click();
  await expect(desk.getByRole("alert")).toContainText("Isi nomor HP yang diawali 08");
  await desk.getByLabel("Nomor HP penjual").fill(`08151${number}`);
  await desk.getByRole("button", { name: "Buat tautan" }).click();
  await expect(desk.getByRole("heading", { level: 2, name: "Tautan siap dikirim" })).toBeVisible();
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  const link = new URL(await desk.getByText("/akun/toko/terima/").innerText()).pathname;
  const message = new URL((await desk.getByRole("link", { name: "Kirim lewat WhatsApp" }).getAttribute("href")) ?? "");
  expect(message.host + message.pathname).toBe(`wa.me/628151${number}`);
  expect(message.searchParams.get("text")).toContain(link);

  // Who was only forwarded the link learns nothing.
  const friend = await somebodyElse();
  await comesInAt(friend, mode, link, `08152${number}`);
  await expect(friend.getByRole("heading", { level: 1 })).toHaveText("Tautan ini tidak bisa dipakai");
  await expect(friend.getByText("Tautan ini untuk nomor HP lain.")).toBeVisible();
  await expect(friend.getByRole("button", { name: "Terima toko ini" })).toHaveCount(0);
  await expect(friend.getByText(shop)).toHaveCount(0);
  await alive(friend, mode);
  await expectWellBehaved(friend, mode);

  await comesInAt(page, mode, link, `08151${number}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Toko untuk Anda");
  await expect(page.getByText(`menyerahkan ${shop} kepada Anda`)).toBeVisible();
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await presses(page, mode, "Terima toko ini", "Toko ini sekarang Anda yang mengurus.");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(shop);
  await expectWellBehaved(page, mode);
  const home = page.url().split("?")[0];
  await open(page, mode, link);
  await expect(page.getByText("Tautan ini sudah dipakai.")).toBeVisible();

  await open(page, mode, home);
  // Only certificates of one's own account can be shown on the shop page, and there are none yet.
  await expect(page.getByRole("heading", { level: 2, name: "Pelatihan di halaman toko" })).toBeVisible();
  await expect(page.getByText("Belum ada sertifikat atas akun Anda.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Cari pelatihan" })).toHaveAttribute("href", "/pelatihan");
  await page.getByRole("link", { name: "Tambah produk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tambah produk");
  // Half a product is kept as it is; only to be sent it must be whole, and the fields say what is missing.
  await page.getByLabel("Nama produk").fill(product);
  await page.getByLabel("Harga", { exact: true }).fill("gratis");
  await page.getByRole("button", { name: "Ajukan untuk disetujui" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Nama produk"), "what was typed stays").toHaveValue(product);
  await expectWellBehaved(page, mode);
  await presses(page, mode, "Simpan draf", "Belum dikirim ke kantor desa");
  await expect(page.getByText("lengkapi atau betulkan: Jenis produk, Harga, Satuan, Persediaan.")).toBeVisible();
  await expectWellBehaved(page, mode);
  const draft = page.url().split("?")[0];
  await open(page, mode, home);
  const row = page.getByRole("listitem").filter({ hasText: product });
  await expect(row.getByText("Belum lengkap")).toBeVisible();
  await expect(row.getByRole("button", { name: "Ajukan" })).toHaveCount(0);
  await expectWellBehaved(page, mode);
  await row.getByRole("link", { name: "Lengkapi" }).click();
  await expect(page.getByLabel("Harga", { exact: true }), "letter by letter").toHaveValue("gratis");
  await alive(page, mode);
  await page.getByLabel("Jenis produk").selectOption({ label: "Makanan ringan" });
  await page.getByLabel("Harga", { exact: true }).fill("15.000");
  await page.getByLabel("Satuan", { exact: true }).fill("bungkus");
  await page.getByLabel("Ada barangnya").check();
  await presses(page, mode, "Simpan draf", "Belum dikirim ke kantor desa");
  expect(page.url().split("?")[0]).toBe(draft);
  await expect(page.getByText("Foto di dekat jendela pada siang hari.")).toBeVisible();
  await expectWellBehaved(page, mode);
  const desk_of_product = page.url().split("?")[0];

  await page.getByRole("link", { name: "Atur foto" }).click();
  await expect(page.getByText("Belum ada foto.")).toBeVisible();
  // Where the page is alive, what the camera made is made small before it goes over the line.
  const taken = mode === "hidup" ? await twelveMegapixels(page) : await page.screenshot({ type: "jpeg" });
  const chooser = page.getByLabel("Foto", { exact: true });
  await chooser.setInputFiles({ name: "keripik.jpg", mimeType: "image/jpeg", buffer: taken });
  if (mode === "hidup") {
    const chosen = () => chooser.evaluate((input: HTMLInputElement) => input.files![0].size);
    await expect.poll(chosen).toBeLessThan(1_000_000);
  }
  await page.getByLabel("Apa yang terlihat di foto?").fill("Keripik dalam toples");
  await presses(page, mode, "Kirim foto", "Foto tersimpan.");
  await expectWellBehaved(page, mode);
  // One press in the list sends what is finished.
  await open(page, mode, home);
  await expectWellBehaved(page, mode);
  const finished = page.getByRole("listitem").filter({ hasText: product });
  await finished.getByRole("button", { name: "Ajukan" }).click();
  await expect(page.getByRole("status")).toContainText("Kantor desa akan memeriksanya");
  await alive(page, mode);
  await open(page, mode, home);
  await expect(page.getByRole("listitem").filter({ hasText: product }).getByRole("button", { name: "Ajukan" })).toHaveCount(0);
  await open(page, mode, desk_of_product);
  await expect(page.getByText("Kantor desa sedang memeriksa")).toBeVisible();
  await expect(page.getByAltText("Keripik dalam toples")).toBeVisible();
  await expectWellBehaved(page, mode);

  // The office looks at it; a second officer lets the shop be seen, which the first has written.
  const colleague = await deskOf(somebodyElse, "Adi Nugroho");
  await open(colleague, mode, address);
  await presses(colleague, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  await open(desk, mode, address);
  await desk.getByRole("link", { name: product }).click();
  await expect(desk.getByText("Diajukan penjual.")).toBeVisible();
  await desk.getByText("Kembalikan untuk diperbaiki").click();
  await desk.getByLabel("Yang harus diperbaiki").fill("Tulis isi bersihnya.");
  await presses(desk, mode, "Kembalikan", "Dikembalikan dengan alasannya");
  await open(page, mode, desk_of_product);
  await expect(page.getByText("Tulis isi bersihnya.")).toBeVisible();
  await page.getByRole("link", { name: "Ubah produk" }).click();
  await expect(page.getByText("Tulis isi bersihnya."), "beside the form too").toBeVisible();
  await page.getByLabel("Isi bersih").fill("200 g");
  await presses(page, mode, "Ajukan untuk disetujui", "Kantor desa akan memeriksanya");
  await desk.reload();
  await presses(desk, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");

  await open(page, mode, desk_of_product);
  await page.getByRole("link", { name: "Lihat di pasar" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(product);
  await expect(page.getByAltText("Keripik dalam toples")).toBeVisible();

  // Two more, each in one form; the office hides one of them, and the seller reads why.
  for (const another of [`${product} pedas`, `${product} manis`]) {
    await addsWhole(page, mode, home, another);
    await open(desk, mode, address);
    await desk.getByRole("link", { name: another, exact: true }).click();
    await presses(desk, mode, "Setujui dan tampilkan", "Sekarang pengunjung melihatnya");
  }
  await desk.getByText("Sembunyikan produk").click();
  await desk.getByLabel("Alasan").fill("Fotonya bukan barang yang dijual.");
  await presses(desk, mode, "Sembunyikan sekarang", "Pengunjung tidak melihatnya lagi");
  await open(page, mode, home);
  await page.getByRole("link", { name: `${product} manis` }).click();
  await expect(page.getByText("Fotonya bukan barang yang dijual.")).toBeVisible();
  await expectWellBehaved(page, mode);
});

test("a resident opens a shop of their own, in English", async ({ page, mode }, info) => {
  const number = `${Date.now() % 1_000_000}${info.parallelIndex}`.padStart(7, "0");
  await page.goto("/");
  await page.context().addCookies([{ name: "bahasa", value: "en", url: page.url() }]);
  await open(page, mode, "/akun/toko");
  await page.locator("[name=hp]").fill(`08153${number}`);
  await page.getByRole("button").last().click();
  await expect(page).toHaveURL(/\/masuk\/periksa/);
  await page.locator("[name=kode]").fill(await page.locator("#kode-peragaan").innerText());
  await page.getByRole("button").last().click();
  await expect(page).toHaveURL(/\/akun\/nama/);
  await page.locator("[name=nama]").fill("Wayan Contoh");
  await page.locator("main").getByRole("button").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My shops");
  await expect(page.getByText("No shop yet")).toBeVisible();
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: "Open a shop" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Open a shop");
  await alive(page, mode);
  await expect(page.getByLabel("Name of the owner")).toHaveValue("Wayan Contoh");
  await page.getByLabel("Name of the shop").fill(`Kedai ${number}`);
  await page.getByRole("button", { name: "Send for approval" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Name of the shop"), "what was typed stays").toHaveValue(`Kedai ${number}`);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Village of the shop").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByLabel("Micro").check();
  await page.getByLabel("Address").fill("Dusun Krajan RT 002 / RW 001");
  await page.getByLabel("WhatsApp number of the shop").fill("0812 0000 0096");
  await presses(page, mode, "Send for approval", "The village office will look at it.");
  await expect(page.getByText("Come to the village office once")).toBeVisible();
  await expect(page.getByText("Desa Tamansari (Kec. Licin)")).toBeVisible();
  await expectWellBehaved(page, mode);
});
