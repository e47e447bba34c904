import type { Page } from "@playwright/test";
import { todayInDigits } from "../support/day";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";

/** An office for each way of running; the third one is a kelurahan. */
const TRAINERS: Record<string, string> = {
  "hidup hp": "Wahyu Nurcahyo",
  "hidup pc": "Rini Wulandari",
  "hemat pc": "Eko Purnomo",
  "mati hp": "Sri Lestari",
};

async function shows(desk: Page, mode: Mode, sentence: string | RegExp) {
  await expect(desk.getByRole("status").filter({ hasText: sentence })).toBeVisible();
  await alive(desk, mode);
}

/** A training of one session today with one seat: first with a quota that is too large. */
async function announces(desk: Page, mode: Mode, name: string) {
  await open(desk, mode, "/kantor/pelatihan");
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name: "Tambah pelatihan" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Pelatihan baru");
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Nama pelatihan").fill(name);
  await desk.getByLabel("Ringkasan").fill("Membuat foto dagangan dengan HP.");
  await desk.getByLabel("Topik").selectOption({ label: "Foto produk" });
  await desk.getByLabel("Pelaku UMKM").check();
  await desk.getByLabel("Tempat", { exact: true }).fill("Balai desa");
  await desk.getByLabel("Sesi", { exact: true }).fill(`${todayInDigits()} 00.00-11.00`);
  await desk.getByLabel("Kuota").fill("900");
  await desk.getByLabel("Pendaftaran sampai").fill(todayInDigits());
  await desk.getByLabel("Tanpa biaya").check();
  await desk.getByLabel("Tes singkat").fill("Cahaya terbaik?\n* Pagi\n- Malam");
  await desk.getByRole("button", { name: "Simpan draf" }).click();
  await expect(desk.getByRole("alert").first()).toContainText("isian yang perlu dibetulkan");
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await expect(desk.getByLabel("Nama pelatihan"), "what was typed stays").toHaveValue(name);
  await expect(desk.getByLabel("Pelaku UMKM")).toBeChecked();
  await expect(desk.getByLabel("Tes singkat")).toHaveValue("Cahaya terbaik?\n* Pagi\n- Malam");
  await desk.getByLabel("Kuota").fill("1");
  await desk.getByRole("button", { name: "Simpan draf" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await shows(desk, mode, "Draf tersimpan");
  await expectWellBehaved(desk, mode);
  await desk.getByRole("button", { name: "Buka pendaftaran" }).click();
  await shows(desk, mode, "Pendaftaran dibuka.");
}

async function enrols(desk: Page, mode: Mode, name: string, sentence: string) {
  await desk.getByText("Daftarkan orang", { exact: true }).click();
  await desk.getByLabel("Nama", { exact: true }).fill(name);
  await desk.getByRole("button", { name: "Daftarkan", exact: true }).click();
  await shows(desk, mode, sentence);
}

test("a trainer announces a course, enrols two for one seat, notes who came, and finishes it", async ({ somebodyElse, mode }, info) => {
  const trainer = TRAINERS[info.project.name];
  test.skip(!trainer, "one office for each of four ways");
  test.setTimeout(180_000);
  const desk = await deskOf(somebodyElse, trainer);
  const name = `Foto Produk ${Date.now() % 100_000}`;
  await announces(desk, mode, name);
  const course = desk.url().split("?")[0];

  await enrols(desk, mode, "Mbah Karto", "Sudah terdaftar sebagai peserta");
  await enrols(desk, mode, "Siti Aminah", "masuk daftar tunggu");
  await expectWellBehaved(desk, mode);
  await desk.getByText("Daftarkan orang", { exact: true }).click();
  await desk.getByLabel("Nama", { exact: true }).fill("mbah karto");
  await desk.getByRole("button", { name: "Daftarkan", exact: true }).click();
  await expect(desk.getByRole("alert").first()).toContainText("sudah terdaftar di pelatihan ini");
  await expect(desk.getByLabel("Nama", { exact: true })).toHaveValue("mbah karto");

  await open(desk, mode, course);
  await expect(desk.getByRole("row", { name: /Siti Aminah/ })).toContainText("Menunggu, urutan 1");
  const scores = desk.getByRole("link", { name: "Lihat nilai tes tiap peserta" });
  await scores.click();
  await expect(desk).toHaveURL(/nilai=ya/);
  await expect(scores).toHaveCount(0);
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("checkbox", { name: "Mbah Karto" }).check();
  await desk.getByRole("button", { name: "Simpan kehadiran" }).click();
  await shows(desk, mode, "Kehadiran tersimpan");
  await expect(desk.getByRole("checkbox", { name: "Mbah Karto" })).toBeChecked();
  await expectWellBehaved(desk, mode);
  await desk.getByRole("button", { name: "Batalkan Siti Aminah" }).click();
  await shows(desk, mode, "Pendaftaran orang ini dibatalkan");

  await desk.getByRole("link", { name: "Cetak daftar hadir" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(`Daftar hadir ${name}`);
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(desk, mode);
  await desk.getByRole("button", { name: "Selesaikan pelatihan" }).click();
  await shows(desk, mode, "Pelatihan selesai");
  await expect(desk.getByRole("button", { name: "Simpan kehadiran" })).toHaveCount(0);
  await expectWellBehaved(desk, mode);
});
