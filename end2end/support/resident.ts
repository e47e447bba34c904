import { expect, type Page } from "@playwright/test";
import { alive, open } from "./journey";

type Mode = "hidup" | "hemat" | "mati";

/** Somebody new signs in from the page to which they were led, and says their name. */
export async function signInAsSomebodyNew(page: Page, mode: Mode, name: string) {
  const digits = String(Math.floor(Math.random() * 1e8)).padStart(8, "0");
  await page.getByLabel("Nomor HP atau WhatsApp").fill(`0813${digits}`);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  const said = page.getByText(/kodenya: \d{6}/);
  await expect(said).toBeVisible();
  const code = /\d{6}/.exec((await said.textContent()) ?? "")?.[0] ?? "";
  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page).toHaveURL(/\/akun\/nama/);
  await alive(page, mode);
  await page.getByLabel(/Nama/).fill(name);
  await page.locator("main").getByRole("button").first().click();
  await expect(page).not.toHaveURL(/\/akun\/nama/);
  await alive(page, mode);
}

/** The applicant's own block, as on a KTP that nobody has. */
export async function tellAboutOneself(page: Page, name: string) {
  await page.getByLabel("NIK").fill("3510 1645 0690 0001");
  await page.getByLabel("Nomor Kartu Keluarga").fill("3510161203150007");
  await page.getByLabel("Nama lengkap").fill(name);
  await page.getByLabel("Tempat lahir").fill("Banyuwangi");
  await page.getByLabel("Tanggal", { exact: true }).fill("5");
  await page.getByLabel("Bulan").selectOption({ label: "Juni" });
  await page.getByLabel("Tahun").fill("1990");
  await goOn(page, "Data diri");
  await page.getByLabel("Perempuan").check();
  await page.getByLabel("Agama").selectOption({ label: "Islam" });
  await page.getByLabel("Belum kawin").check();
  await page.getByLabel(/WNI/).check();
  await goOn(page, "Pendidikan dan pekerjaan");
  await page.getByLabel("Pendidikan terakhir").selectOption({ label: "SMA, SMK, atau sederajat" });
  await page.getByLabel("Pekerjaan").selectOption({ label: "Pedagang" });
  await goOn(page, "Alamat di KTP");
  await page.getByLabel("Jalan atau nama tempat").fill("Jalan Kawah Ijen 7");
  await page.getByLabel("RT", { exact: true }).fill("2");
  await page.getByLabel("RW", { exact: true }).fill("1");
  await page.getByLabel("Desa atau kelurahan").selectOption({ label: "Tamansari (Kec. Licin)" });
}

/** Presses "Lanjut" and waits for the step that follows. */
export async function goOn(page: Page, title: string) {
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** Brings a photo to its question: from the gallery once the page is alive, else with a plain form. */
export async function sendPhoto(page: Page, mode: Mode, question: string, photo: Buffer) {
  const row = page.getByRole("listitem").filter({ hasText: question });
  const file = { name: "foto.jpg", mimeType: "image/jpeg", buffer: photo };
  if (mode === "hidup") {
    await row.getByLabel(`Galeri: ${question}`).setInputFiles(file);
  } else {
    await row.getByLabel(`Pilih foto: ${question}`).setInputFiles(file);
    await row.getByRole("button", { name: "Kirim foto" }).click();
  }
}

export function photoRow(page: Page, question: string) {
  return page.getByRole("listitem").filter({ hasText: question });
}

/** Somebody new applies for a business certificate at an office, with photos; the number of the case. */
export async function appliesForSku(page: Page, mode: Mode, office: string) {
  await open(page, mode, "/layanan/sku");
  await page.getByRole("link", { name: "Mulai" }).click();
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: office });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await tellAboutOneself(page, "Siti Aminah");
  await goOn(page, "Usaha Anda");
  await page.getByLabel("Nama usaha").fill("Warung Siti");
  await page.getByLabel("Jenis usaha").fill("Menjual makanan");
  await page.getByLabel("Alamat usaha").fill("Pasar Licin");
  await page.getByLabel("Berjalan sejak tahun").fill("2017");
  await goOn(page, "Untuk apa surat ini?");
  await page.getByLabel("Keperluan surat").fill("Pengajuan kredit");
  await goOn(page, "Foto berkas");
  const photo = await page.screenshot({ type: "jpeg" });
  for (const question of ["Foto KTP", "Foto Kartu Keluarga", "Foto tempat usaha"]) {
    await sendPhoto(page, mode, question, photo);
    await expect(photoRow(page, question)).toContainText("Diterima kantor");
  }
  await goOn(page, "Periksa, lalu kirim");
  await page.getByLabel(/Data ini benar/).check();
  await page.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(page.getByRole("status")).toContainText("Permohonan terkirim");
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
}
