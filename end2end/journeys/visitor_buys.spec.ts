import { alive, expect, expectWellBehaved, open, test } from "../support/journey";

test("a visitor finds a product and orders it by WhatsApp", async ({ page, mode }) => {
  await open(page, mode, "/");
  await page.getByRole("link", { name: "Produk warga" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Produk warga Banyuwangi");
  await expectWellBehaved(page, mode);
  await page.getByText("Saring dan urutkan").click();
  await page.getByLabel("Jenis produk").selectOption({ label: "Makanan ringan" });
  await page.getByLabel("Kecamatan").selectOption({ label: "Licin" });
  await expectWellBehaved(page, mode);
  await page.getByRole("button", { name: "Tampilkan produk" }).click();
  await expect(page.getByText("Makanan ringan, Kec. Licin")).toBeVisible();
  await alive(page, mode);
  await expect(page.getByRole("link", { name: "Kue bagiak jahe" }), "it is from Glagah").toHaveCount(0);
  await page.getByRole("link", { name: "Sale pisang gulung" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sale pisang gulung");
  await expect(page.locator("main")).toContainText("Beli 10 bungkus: Rp16.500 per bungkus");
  await expectWellBehaved(page, mode);
  await page.getByLabel("Jumlah").fill("dua");
  await page.getByRole("button", { name: "Pesan lewat WhatsApp" }).click();
  await expect(page.getByRole("alert")).toHaveText("Isi jumlah dengan angka bulat, misalnya 12.");
  await expect(page.getByLabel("Jumlah"), "what was typed stays").toHaveValue("dua");
  await expectWellBehaved(page, mode);
  await page.getByLabel("Rasa").selectOption("Asin");
  await page.getByLabel("Jumlah").fill("10");
  await page.getByRole("button", { name: "Pesan lewat WhatsApp" }).click();

  const address = page.url().split("?")[0];
  const message =
    "Halo Dapur Contoh Yuni, saya tertarik Sale pisang gulung (Asin), 10 bungkus × Rp16.500 = Rp165.000, " +
    `di Smart Kampung Tamansari (Kec. Licin): ${address}`;
  await expect(page.getByText(message), "the message is shown before it is sent").toBeVisible();
  await alive(page, mode);
  await expect(page.getByLabel("Jumlah"), "beside what is sent nothing else can be typed").toHaveCount(0);
  await page.getByRole("link", { name: "Ubah pesanan" }).click();
  await expect(page.getByLabel("Jumlah"), "what was typed is there").toHaveValue("10");
  await expect(page.getByLabel("Rasa")).toHaveValue("Asin");
  await alive(page, mode);
  await page.getByRole("button", { name: "Pesan lewat WhatsApp" }).click();
  await expect(page.getByText(message)).toBeVisible();
  // Nothing outside of this machine is opened: WhatsApp is answered here.
  await page.context().route("https://wa.me/**", (route) => route.fulfill({ body: "WhatsApp" }));
  await page.getByRole("link", { name: "Buka WhatsApp" }).click();
  await page.waitForURL(/^https:\/\/wa\.me\//);
  expect(decodeURIComponent(page.url())).toBe(`https://wa.me/6281200000071?text=${message}`);
  await page.goBack();
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  await page.getByRole("link", { name: "Dapur Contoh Yuni" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dapur Contoh Yuni");
  await expect(page.getByRole("link", { name: "Tanya penjual" })).toHaveAttribute("href", "https://wa.me/6281200000071");
  await expect(page.getByRole("link", { name: "Telepon 081200000071" })).toHaveAttribute("href", "tel:+6281200000071");
  const share = await page.getByRole("link", { name: "Bagikan lewat WhatsApp" }).getAttribute("href");
  expect(decodeURIComponent(share ?? "")).toBe(`https://wa.me/?text=Dapur Contoh Yuni, Tamansari (Kec. Licin): ${page.url()}`);
  await expectWellBehaved(page, mode);
});

test("what a village sells stands on its own page, and an empty one says what to try", async ({ page, mode }) => {
  await open(page, mode, "/d/kemiren");
  await page.getByRole("link", { name: "Produk warga" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Produk warga Desa Kemiren");
  await expect(page.getByRole("link", { name: "Pecel pitik" })).toBeVisible();
  await expectWellBehaved(page, mode);

  await open(page, mode, "/d/olehsari/produk");
  await expect(page.getByRole("status")).toContainText("Coba lihat produk dari desa lain di kecamatan ini.");
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: "Produk Kec. Glagah" }).click();
  await expect(page.getByRole("link", { name: "Pecel pitik" })).toBeVisible();

  const answer = await open(page, mode, "/produk/tidak-ada");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman tidak ditemukan");
});

test("a visitor types what she looks for as she says it, and orders it", async ({ page, mode }) => {
  await open(page, mode, "/produk");
  await page.getByLabel("Cari produk").fill("kripik pisang");
  await page.getByRole("button", { name: "Cari", exact: true }).click();
  await expect(page).toHaveURL(/cari=kripik/);
  await expect(page.getByLabel("Cari produk"), "what was typed stays").toHaveValue("kripik pisang");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByText("Saring dan urutkan").click();
  await page.getByLabel("Harga").selectOption({ label: "Rp10.000 sampai Rp25.000" });
  await page.getByLabel("Urutan").selectOption({ label: "Termurah" });
  await page.getByLabel("Tersedia").check();
  await expectWellBehaved(page, mode);
  await page.getByRole("button", { name: "Tampilkan produk" }).click();
  await expect(page.getByText("Rp10.000 sampai Rp25.000, Termurah, Tersedia"), "what was chosen stays").toBeVisible();
  await alive(page, mode);
  await page.getByRole("link", { name: "Keripik pisang manis" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Keripik pisang manis");
  await page.getByLabel("Jumlah").fill("3");
  await page.getByRole("button", { name: "Pesan lewat WhatsApp" }).click();
  const message =
    "Halo Dapur Contoh Yuni, saya tertarik Keripik pisang manis, 3 bungkus × Rp15.000 = Rp45.000, " +
    `di Smart Kampung Tamansari (Kec. Licin): ${page.url().split("?")[0]}`;
  await expect(page.getByText(message)).toBeVisible();
  await expectWellBehaved(page, mode);

  await open(page, mode, "/produk?cari=kripyk");
  await expect(page.getByText("Tidak ada “kripyk”, jadi dicari “keripik”.")).toBeVisible();
  await open(page, mode, "/produk?cari=kulkas");
  await expect(page.getByText("Tidak ditemukan")).toBeVisible();
  await expectWellBehaved(page, mode);
});

test("a visitor orders several products of one shop in one message", async ({ page, mode }) => {
  await open(page, mode, "/produk?cari=sale+pisang");
  await page.getByRole("link", { name: "Sale pisang gulung" }).click();
  await alive(page, mode);
  await page.getByLabel("Rasa").selectOption("Asin");
  await page.getByLabel("Jumlah").fill("10");
  await page.getByRole("button", { name: "Tambah produk lain dari toko ini" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pesan dari Dapur Contoh Yuni");
  await alive(page, mode);
  const of = (name: string) => page.locator("section").filter({ has: page.getByRole("heading", { name, exact: true }) });
  await expect(of("Sale pisang gulung").getByLabel("Jumlah"), "what was typed came along").toHaveValue("10");
  await expect(of("Sale pisang gulung").getByLabel("Rasa")).toHaveValue("Asin");
  await expectWellBehaved(page, mode);
  await of("Keripik pisang manis").getByLabel("Jumlah").fill("tiga");
  await page.getByRole("button", { name: "Tulis pesanan" }).click();
  await expect(page.getByRole("heading", { name: "Ada 1 produk yang perlu dibetulkan" })).toBeVisible();
  await expect(of("Keripik pisang manis").getByLabel("Jumlah"), "what was typed stays").toHaveValue("tiga");
  await expectWellBehaved(page, mode);
  await of("Keripik pisang manis").getByLabel("Jumlah").fill("3");
  await page.getByRole("button", { name: "Tulis pesanan" }).click();

  await alive(page, mode);
  await page.getByRole("link", { name: "Ubah pesanan" }).click();
  await expect(of("Keripik pisang manis").getByLabel("Jumlah"), "what was typed is there").toHaveValue("3");
  await alive(page, mode);
  await page.getByRole("button", { name: "Tulis pesanan" }).click();
  await expect(page.getByRole("heading", { name: "Pesan yang akan dikirim" })).toBeVisible();

  const shop = page.url().split("/pesan")[0];
  const lines = await page.locator("#pesan p").first().innerText();
  const message = lines.trim().split("\n").map((line) => line.trim());
  expect(message).toEqual([
    "Halo Dapur Contoh Yuni, saya mau pesan:",
    "1. Sale pisang gulung (Asin), 10 bungkus × Rp16.500 = Rp165.000",
    "2. Keripik pisang manis, 3 bungkus × Rp15.000 = Rp45.000",
    "Total Rp210.000",
    `Dari Smart Kampung Tamansari (Kec. Licin): ${shop}`,
  ]);
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.context().route("https://wa.me/**", (route) => route.fulfill({ body: "WhatsApp" }));
  await page.getByRole("link", { name: "Buka WhatsApp" }).click();
  await page.waitForURL(/^https:\/\/wa\.me\//);
  expect(decodeURIComponent(page.url())).toBe(`https://wa.me/6281200000071?text=${message.join("\n")}`);
});

test("a visitor prints the poster of a shop", async ({ page, mode }) => {
  await open(page, mode, "/produk?cari=sale+pisang");
  await page.getByRole("link", { name: "Sale pisang gulung" }).click();
  await page.getByRole("link", { name: "Dapur Contoh Yuni" }).click();
  await page.getByRole("link", { name: "Poster QR untuk dicetak" }).click();
  await expect(page.getByRole("img", { name: "Kode QR ke halaman Dapur Contoh Yuni" })).toBeVisible();
  await alive(page, mode);
  await expectWellBehaved(page, mode);
});

test("a visitor finds what is sold nearest", async ({ page, mode, context }) => {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: -8.36631, longitude: 114.14822 });
  await open(page, mode, "/produk");
  const nearest = page.getByRole("button", { name: "Terdekat dari saya" });
  if (mode !== "hidup") return expect(nearest, "no script, no button").toHaveCount(0);
  await nearest.click();
  await expect(page).toHaveURL(/urut=terdekat&dari=-8\.366,114\.148$/);
  await expect(page.locator(".card").first()).toContainText("km");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
});
