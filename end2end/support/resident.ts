import { expect, type Page } from "@playwright/test";
import { dayAhead, fillDay } from "./day";
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
export async function tellAboutOneself(page: Page, name: string, place = "Tamansari (Kec. Licin)") {
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
  await page.getByLabel("Desa atau kelurahan").selectOption({ label: place });
}

/** Presses "Lanjut" and waits for the step that follows. */
export async function goOn(page: Page, title: string) {
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
}

/** Brings a photo, or a file with one, to its question: from the gallery once the page is alive, else with a plain form. */
export async function sendPhoto(page: Page, mode: Mode, question: string, photo: Buffer | string) {
  const row = page.getByRole("listitem").filter({ hasText: question });
  const file = typeof photo === "string" ? photo : { name: "foto.jpg", mimeType: "image/jpeg", buffer: photo };
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
  return sends(page, mode, ["Foto KTP", "Foto Kartu Keluarga", "Foto tempat usaha"]);
}

/** Brings a photo for each question, looks at everything once more, and sends it. The number of the case. */
async function sends(page: Page, mode: Mode, questions: string[], look = async () => {}) {
  await goOn(page, "Foto berkas");
  const photo = await page.screenshot({ type: "jpeg" });
  for (const question of questions) {
    await sendPhoto(page, mode, question, photo);
    await expect(photoRow(page, question)).toContainText("Diterima kantor");
  }
  await goOn(page, "Periksa, lalu kirim");
  await look();
  await page.getByLabel(/Data ini benar/).check();
  await page.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(page.getByRole("status")).toContainText("Permohonan terkirim");
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
}

/** Whoever sees that a photo came back sends another one. */
export async function repairsPhoto(page: Page, mode: Mode, question: string) {
  await page.reload();
  await alive(page, mode);
  await sendPhoto(page, mode, question, await page.screenshot({ type: "jpeg" }));
  await expect(photoRow(page, question)).toContainText("Diterima kantor");
  await page.getByRole("button", { name: "Kirim perbaikan" }).click();
  await expect(page.getByText("Perbaikan terkirim")).toBeVisible();
}

/**
 * Somebody new asks for a moving letter to another kecamatan: with one child, while the mother, who is the
 * head of the family, stays. The number of the case.
 */
export async function movesHouse(page: Page, mode: Mode, office: string, to: string, look: () => Promise<void>) {
  await open(page, mode, "/layanan/pindah");
  await look();
  await page.getByRole("link", { name: "Pindah tanpa ke kecamatan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pindah tanpa ke kecamatan");
  await look();
  await page.getByRole("link", { name: "Mulai" }).click();
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: office });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await tellAboutOneself(page, "Siti Aminah", office);

  // The household, one person after the other.
  await goOn(page, "Keluarga di KK Anda");
  await look();
  await page.getByLabel("Kedudukan Anda di KK").selectOption({ label: "Anak" });
  await addsToFamily(page, 0, "Sumiyati", "3510 2441 0755 0006", "Kepala keluarga");
  await addsToFamily(page, 1, "Muhammad Rizki", "3510 1645 0690 0001", "Cucu");
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("alert"), "herself again").toContainText("Orang ini sudah ada di daftar.");
  await expect(page.locator('[name="keluarga.0.nama"]'), "what was typed stays").toHaveValue("Sumiyati");
  await look();
  await page.locator('[name="keluarga.1.nik"]').fill("3510240808120003");

  await goOn(page, "Pindah ke mana?");
  await page.getByLabel("Desa atau kelurahan").selectOption({ label: to });
  await goOn(page, "Alamat tujuan");
  await page.getByLabel("Jalan dan nomor").fill("Jalan Maron 3");
  await page.getByLabel("RT", { exact: true }).fill("3");
  await page.getByLabel("RW", { exact: true }).fill("2");
  await page.getByLabel("Kode pos").fill("6846");
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("alert")).toContainText("Isi 5 angka. Baru terisi 4.");
  await page.getByLabel("Kode pos").fill("68465");
  await goOn(page, "Alasan dan tanggal");
  await expect(page.locator("main")).toContainText("Antarkecamatan dalam satu kabupaten");
  await page.getByLabel("Alasan pindah").selectOption({ label: "Keluarga" });
  const day = dayAhead(7);
  await fillDay(page, day, -1);
  await page.getByLabel(/Milik sendiri/).check();
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("alert"), "not in the past").toContainText("atau sesudahnya");
  await page.getByLabel("Tahun").fill(String(day.year));
  await look();

  await goOn(page, "Siapa yang pindah?");
  await page.getByRole("group", { name: "Sumiyati" }).getByLabel("Tidak").check();
  await page.getByRole("group", { name: "Muhammad Rizki" }).getByLabel("Tidak").check();
  await page.getByRole("group", { name: "Anda sendiri" }).getByLabel("Tidak").check();
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("alert")).toContainText("Pilih Ya pada paling sedikit satu orang.");
  await page.getByRole("group", { name: "Muhammad Rizki" }).getByLabel("Ya, pindah").check();
  await page.getByRole("group", { name: "Anda sendiri" }).getByLabel("Ya, pindah").check();
  await look();
  await goOn(page, "Kartu Keluarga sesudah pindah");
  await expect(page.locator("main")).toContainText("Jenis kepindahan: Anggota keluarga");
  await page.getByLabel("Membuat KK baru").check();
  await goOn(page, "Data untuk kantor tujuan");
  await look();
  await page.getByLabel("Ya, kirim").check();
  return sends(page, mode, ["Foto Kartu Keluarga", "Foto KTP"], look);
}

/**
 * Whoever was taken in by Genteng Wetan begins the letter of arrival from the page of the move, and is asked
 * nothing that the moving letter has said: up to the people who come along.
 */
export async function arrives(page: Page, mode: Mode, look: () => Promise<void>) {
  await page.getByRole("link", { name: "Lanjut: surat pindah datang" }).click();
  const office = page.getByLabel("Desa atau kelurahan Anda");
  await expect(office.locator("option:checked")).toHaveText("Genteng Wetan (Kec. Genteng)");
  await alive(page, mode);
  await look();
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 }), "the first step that lacks something").toHaveText("Kedatangan dan Kartu Keluarga");
  await alive(page, mode);
  await expect(page.getByLabel(/Milik sendiri/)).toBeChecked();
  await expect(page.getByLabel("Membuat KK baru")).toBeChecked();
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("alert"), "the day alone is missing").toContainText("Isi tanggal datang.");
  await fillDay(page, dayAhead(0));
  await look();
  await goOn(page, "Siapa yang datang bersama Anda?");
  const names = page.locator('[name^="pengikut."][name$=".nama"]');
  await expect(names, "the child, and not the mother who stays").toHaveCount(1);
  await expect(names).toHaveValue("Muhammad Rizki");
  await look();
}

/** Throws the draft of the letter of arrival away. */
export async function thinksBetter(page: Page, mode: Mode) {
  await open(page, mode, "/permohonan/baru/datang");
  await page.locator("summary").filter({ hasText: "Hapus isian ini" }).click();
  await page.getByRole("button", { name: "Hapus isian ini" }).click();
  await expect(page).not.toHaveURL(/baru/);
}

/** Brings the photos and sends what was filled in. */
export async function sendsArrival(page: Page, mode: Mode, look: () => Promise<void>) {
  await sends(page, mode, ["Foto Kartu Keluarga", "Foto KTP"], async () => {
    for (const said of ["Jalan Kawah Ijen 7", "Jalan Maron 3", "68465", "Muhammad Rizki"]) await expect(page.locator("main")).toContainText(said);
    await look();
  });
}

/** Where somebody moves: a village of the list, or a place out of the regency. */
export type Destination = { village: string } | { province: string; regency: string; kecamatan: string; village: string };

/**
 * Somebody new, who lives alone, asks for a moving letter. `says` is the class of the move as the form works
 * it out. The number of the case.
 */
export async function movesAlone(page: Page, mode: Mode, office: string, to: Destination, says: string) {
  await open(page, mode, "/permohonan/baru/pindah");
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: office });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await tellAboutOneself(page, "Siti Aminah", office);
  await goOn(page, "Keluarga di KK Anda");
  await page.getByLabel("Kedudukan Anda di KK").selectOption({ label: "Kepala keluarga" });
  await goOn(page, "Pindah ke mana?");
  if ("province" in to) {
    await page.getByLabel("Desa atau kelurahan", { exact: true }).selectOption({ label: "Di luar Kabupaten Banyuwangi" });
    await shown(page, "Provinsi");
    await page.getByLabel("Provinsi").selectOption({ label: to.province });
    await shown(page, "Kabupaten atau kota");
    await page.getByLabel("Kabupaten atau kota").selectOption({ label: to.regency });
    await page.getByLabel("Kecamatan", { exact: true }).fill(to.kecamatan);
    await page.getByLabel("Nama desa atau kelurahan").fill(to.village);
  } else {
    await page.getByLabel("Desa atau kelurahan", { exact: true }).selectOption({ label: to.village });
  }
  await goOn(page, "Alamat tujuan");
  await page.getByLabel("Jalan dan nomor").fill("Jalan Mawar 9");
  await page.getByLabel("RT", { exact: true }).fill("5");
  await page.getByLabel("RW", { exact: true }).fill("4");
  await goOn(page, "Alasan dan tanggal");
  await expect(page.locator("main")).toContainText(says);
  await page.getByLabel("Alasan pindah").selectOption({ label: "Pekerjaan" });
  await fillDay(page, dayAhead(7));
  await page.getByLabel(/Milik sendiri/).check();
  await goOn(page, "Siapa yang pindah?");
  await page.getByRole("group", { name: "Anda sendiri" }).getByLabel("Ya, pindah").check();
  await goOn(page, "Kartu Keluarga sesudah pindah");
  await page.getByLabel("Membuat KK baru").check();
  // Nobody is asked to let another office have it where there is none that would.
  if (!("province" in to) && to.village !== office) {
    await goOn(page, "Data untuk kantor tujuan");
    await page.getByLabel("Ya, kirim").check();
  }
  return sends(page, mode, ["Foto Kartu Keluarga", "Foto KTP"]);
}

/** Waits for a question that depends on an answer; without a script it comes with the next drawing of the page. */
async function shown(page: Page, label: string) {
  const question = page.getByLabel(label, { exact: true });
  await expect(async () => {
    if (!(await question.isVisible())) await page.getByRole("button", { name: /^Lanjut/ }).click();
    await expect(question).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 5_000 });
}

async function addsToFamily(page: Page, row: number, name: string, nik: string, relation: string) {
  await page.getByRole("button", { name: "Tambah satu orang" }).click();
  await expect(page.locator(`[name="keluarga.${row}.nama"]`)).toBeVisible();
  await page.locator(`[name="keluarga.${row}.nama"]`).fill(name);
  await page.locator(`[name="keluarga.${row}.nik"]`).fill(nik);
  await page.locator(`[name="keluarga.${row}.hubungan"]`).selectOption({ label: relation });
}
