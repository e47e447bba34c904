import { expect, expectWellBehaved, open, test } from "../support/journey";
import { goOn, photoRow, sendPhoto, signInAsSomebodyNew, tellAboutOneself } from "../support/resident";

test("a resident applies for a business certificate with photos and tracks it", async ({ page, mode }) => {
  test.setTimeout(90_000);
  await open(page, mode, "/layanan");
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: /Surat Keterangan Usaha/ }).click();
  await expect(page.getByText("Gratis").first()).toBeVisible();
  await expectWellBehaved(page, mode);

  await page.getByRole("link", { name: "Mulai" }).click();
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await expectWellBehaved(page, mode);

  await page.getByLabel("NIK").fill("3510 1645 0690 001");
  await page.getByLabel("Nama lengkap").fill("Siti Aminah");
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByRole("alert")).toContainText("Isi 16 angka sesuai KTP. Baru terisi 15.");
  await expect(page.getByRole("alert")).toContainText("Isi nomor Kartu Keluarga.");
  await expect(page.getByLabel("Nama lengkap"), "what was typed stays").toHaveValue("Siti Aminah");
  await expectWellBehaved(page, mode);

  await tellAboutOneself(page, "Siti Aminah");
  await goOn(page, "Usaha Anda");
  await page.getByLabel("Nama usaha").fill("Warung <b>Siti</b>");
  await page.getByLabel("Jenis usaha").fill("Menjual makanan");
  await page.getByLabel("Alamat usaha").fill("Pasar Licin");
  await page.getByLabel("Berjalan sejak tahun").fill("2017");
  await goOn(page, "Untuk apa surat ini?");
  await page.getByRole("button", { name: "Kembali" }).click();
  await expect(page.getByLabel("Nama usaha"), "back keeps everything").toHaveValue("Warung <b>Siti</b>");
  await goOn(page, "Untuk apa surat ini?");
  await page.getByLabel("Keperluan surat").fill("Pengajuan kredit");
  await goOn(page, "Foto berkas");
  await expectWellBehaved(page, mode);

  const photo = await page.screenshot({ type: "jpeg" });
  await sendPhoto(page, mode, "Foto KTP", Buffer.from("bukan foto"));
  await expect(photoRow(page, "Foto KTP")).toContainText("Pilih foto JPEG, PNG, atau WebP.");
  for (const question of ["Foto KTP", "Foto Kartu Keluarga"]) {
    await sendPhoto(page, mode, question, photo);
    await expect(photoRow(page, question)).toContainText("Diterima kantor");
  }
  await goOn(page, "Periksa, lalu kirim");
  await expect(page.getByText("Belum bisa dikirim")).toBeVisible();
  await page.getByRole("link", { name: /Foto tempat usaha: / }).click();
  await sendPhoto(page, mode, "Foto tempat usaha", photo);
  await expect(photoRow(page, "Foto tempat usaha")).toContainText("Diterima kantor");
  await goOn(page, "Periksa, lalu kirim");
  await expect(page.getByText("Warung <b>Siti</b>")).toBeVisible();
  await expectWellBehaved(page, mode);

  await page.getByLabel(/Data ini benar/).check();
  await page.getByRole("button", { name: "Kirim permohonan" }).click();
  await expect(page.getByRole("status")).toContainText("Permohonan terkirim");
  await expectWellBehaved(page, mode);
  const number = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";

  await open(page, mode, "/lacak");
  const typo = number.slice(0, 3) + (number[3] === "7" ? "8" : "7") + number.slice(4);
  await page.getByLabel("Nomor permohonan").fill(typo);
  await page.getByRole("button", { name: "Lacak" }).click();
  await expect(page.getByText("Nomor ini salah ketik.")).toBeVisible();
  await page.getByLabel("Nomor permohonan").fill(number);
  await page.getByRole("button", { name: "Lacak" }).click();
  await expect(page.getByRole("status")).toContainText("Terkirim, menunggu diperiksa");
  await expect(page.locator("main"), "no name, no kind of letter").not.toContainText(/Siti|Usaha/);
  await expectWellBehaved(page, mode);
});
