import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";

// Words that any Indonesian sentence of ours has one of, and no English one.
const INDONESIAN =
  /\b(yang|dan|untuk|dengan|dari|pada|belum|sudah|anda|kantor|surat|isi|pilih|kirim|tidak|bila|atau|harus|tahun|tanggal|nama|kembali|lanjut|masuk|permohonan|layanan|gratis|waktu|biaya|sejak|petugas|sendiri|ini|itu|berkas|diterima|tersimpan|dikirim|diperiksa|kode|sandi|hari|kerja|semua|foto|ambil|galeri|langkah|cetak|wajib|boleh|keterangan|usaha|alamat)\b/i;

/** What people see and hear on this page, without what says that it is Indonesian, and without own names. */
async function sentences(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const walk = (node: Node) => {
      if (node instanceof Element) {
        if (node.matches('script, style, [lang="id"], [hidden], [data-typed]')) return;
        for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) ?? "");
      }
      if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? "");
      node.childNodes.forEach(walk);
    };
    walk(document.body);
    found.push(document.title);
    return found.map((text) => text.trim()).filter(Boolean);
  });
}

async function expectEnglish(page: Page) {
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  const own = /Bahasa Indonesia|Jalan Kawah Ijen|Pasar Licin|Kec\.\s/;
  const left = (await sentences(page)).filter((text) => INDONESIAN.test(text) && !own.test(text));
  expect(left, `Indonesian on ${new URL(page.url()).pathname}`).toEqual([]);
}

test("a resident reads English from the service to the case", async ({ page, mode }) => {
  test.setTimeout(90_000);
  const looks = async () => {
    await alive(page, mode);
    await expectEnglish(page);
  };
  await page.goto("/");
  await page.context().addCookies([{ name: "bahasa", value: "en", url: page.url() }]);
  await open(page, mode, "/layanan/sku");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Business certificate");
  await looks();
  await page.getByRole("link", { name: "See a sample of the letter" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sample: Business certificate");
  await expectEnglish(page); // it is not brought to life
  await page.getByRole("link", { name: "Business certificate" }).click();
  await page.getByRole("link", { name: "Begin" }).click();

  // In.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in with your phone");
  await looks();
  await page.locator("[name=hp]").fill("0813");
  await page.getByRole("button").last().click();
  await expect(page.getByRole("alert")).toBeVisible();
  await looks();
  await page.locator("[name=hp]").fill(`0813${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`);
  await page.getByRole("button").last().click();
  await expect(page).toHaveURL(/\/masuk\/periksa/);
  await looks();
  await page.locator("[name=kode]").fill(await page.locator("#kode-peragaan").innerText());
  await page.getByRole("button").last().click();
  await expect(page).toHaveURL(/\/akun\/nama/);
  await looks();
  await page.locator("[name=nama]").fill("Siti Aminah");
  await page.locator("main").getByRole("button").first().click();

  // The form. A wrong answer is refused in English too.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("At which office?");
  await looks();
  await page.getByLabel("Your village").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Begin the form" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Who you are");
  await page.getByLabel("NIK").fill("3510 1645 0690 001");
  await goesOn(page);
  await expect(page.getByRole("alert")).toContainText("15");
  await looks();
  await expectWellBehaved(page, mode);
  await page.getByLabel("NIK").fill("3510 1645 0690 0001");
  await page.getByLabel("Family card number (KK)").fill("3510161203150007");
  await page.getByLabel("Full name").fill("Siti Aminah");
  await page.getByLabel("Place of birth").fill("Banyuwangi");
  await page.locator('[name="tanggal_lahir.hari"]').fill("5");
  await page.locator('[name="tanggal_lahir.bulan"]').selectOption("6");
  await page.locator('[name="tanggal_lahir.tahun"]').fill("1990");
  await goesOn(page, "About you");
  await looks();
  await page.locator('[name=jenis_kelamin][value="2"]').check();
  await page.getByLabel("Religion").selectOption("1");
  await page.locator('[name=status_kawin][value="1"]').check();
  await page.locator('[name=kewarganegaraan][value="1"]').check();
  await goesOn(page, "Education and work");
  await looks();
  await page.locator("select[name=pendidikan]").selectOption("5");
  await page.locator("select[name=pekerjaan]").selectOption("84");
  await goesOn(page, "Address on your KTP");
  await looks();
  await page.getByLabel("Street or place").fill("Jalan Kawah Ijen 7");
  await page.getByLabel("RT", { exact: true }).fill("2");
  await page.getByLabel("RW", { exact: true }).fill("1");
  await page.locator('[name="wilayah.desa"]').selectOption({ label: "Tamansari (Kec. Licin)" });
  await goesOn(page, "Your business");
  await looks();
  await page.getByLabel("Name of the business").fill("Siti's Kitchen");
  await page.getByLabel("Kind of business").fill("Meals");
  await page.getByLabel("Address of the business").fill("Pasar Licin");
  await page.getByLabel("Running since (year)").fill("2017");
  await goesOn(page, "What the letter is for");
  await looks();
  await page.getByLabel("Purpose of the letter").fill("A loan");
  await goesOn(page, "Photos of your papers");
  await looks();
  const photo = await page.screenshot({ type: "jpeg" });
  for (const question of ["Photo of your KTP", "Photo of your family card", "Photo of your business"]) {
    const row = page.getByRole("listitem").filter({ hasText: question });
    const file = { name: "photo.jpg", mimeType: "image/jpeg", buffer: photo };
    if (mode === "hidup") await row.locator("input[type=file]").last().setInputFiles(file);
    else {
      await row.locator("input[type=file]").setInputFiles(file);
      await row.getByRole("button", { name: "Send photo" }).click();
    }
    await expect(row).toContainText("The office has it");
  }
  await looks();
  await goesOn(page, "Check, then send");
  await looks();
  await expectWellBehaved(page, mode);
  await page.getByLabel(/This is true/).check();
  await page.getByRole("button", { name: "Send application" }).click();

  // The case and its tracker.
  await expect(page.getByRole("status")).toBeVisible();
  await expect(page).toHaveURL(/\/permohonan\/[0-9a-f-]{36}/);
  await looks();
  await expectWellBehaved(page, mode);
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
  for (const path of ["/permohonan", "/akun", "/akun/siapa-melihat", `/lacak?nomor=${number}`, "/layanan", "/layanan/pindah/cara", "/tidak-ada"]) {
    await open(page, mode, path);
    await looks();
  }
});

test("the door of the staff says that it is Indonesian, and leads back to English", async ({ page, mode }) => {
  await page.goto("/");
  await page.context().addCookies([{ name: "bahasa", value: "en", url: page.url() }]);
  await open(page, mode, "/masuk");
  await page.locator('main a[href^="/masuk/petugas"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masuk petugas");
  await alive(page, mode);
  await expect(page.locator("html")).toHaveAttribute("lang", "id");
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: "Masuk sebagai warga" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in with your phone");
  await alive(page, mode);
  await expectEnglish(page);
});

async function goesOn(page: Page, title?: string) {
  await page.getByRole("button", { name: /^(Next|Check)/ }).click();
  if (title) await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}
