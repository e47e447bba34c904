import { expect, type Page } from "@playwright/test";
import { alive } from "./journey";

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
