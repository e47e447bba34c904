import type { Page } from "@playwright/test";
import { todayInDigits } from "../support/day";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";
import { signInAsSomebodyNew } from "../support/resident";

type Mode = "hidup" | "hemat" | "mati";

/** Somebody for each way of running: whoever comes in too often within minutes has to wait. */
const TRAINERS: Record<string, string> = {
  "hidup hp": "Rini Wulandari",
  "hidup pc": "Wahyu Nurcahyo",
  "hemat hp": "Eko Purnomo",
  "hemat pc": "Sri Lestari",
  "mati hp": "Dewi Anggraini",
  "mati pc": "Adi Nugroho",
};

async function announces(desk: Page, mode: Mode, name: string) {
  await open(desk, mode, "/kantor/pelatihan");
  await desk.getByRole("link", { name: "Tambah pelatihan" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Pelatihan baru");
  await alive(desk, mode);
  await desk.getByLabel("Nama pelatihan").fill(name);
  await desk.getByLabel("Ringkasan").fill("Membuat foto dagangan yang menarik.");
  await desk.getByLabel("Topik").selectOption({ label: "Foto produk" });
  await desk.getByLabel("Warga umum").check();
  await desk.getByLabel("Tempat", { exact: true }).fill("Balai desa");
  // From midnight to midnight: it is open whenever this runs.
  await desk.getByLabel("Sesi", { exact: true }).fill(`${todayInDigits()} 00.00-23.59`);
  await desk.getByLabel("Kuota").fill("1");
  await desk.getByLabel("Pendaftaran sampai").fill(todayInDigits());
  await desk.getByLabel("Tanpa biaya").check();
  await desk.getByRole("button", { name: "Simpan draf" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(desk, mode);
  await desk.getByRole("button", { name: "Buka pendaftaran" }).click();
  await expect(desk.getByText("Pendaftaran dibuka", { exact: true })).toBeVisible();
  await alive(desk, mode);
}

/** A file for those who have a seat: first one without a name. */
async function bringsFile(desk: Page, mode: Mode) {
  const pdf = { name: "panduan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n%%EOF\n") };
  await desk.getByText("Tambah berkas materi", { exact: true }).click();
  await desk.getByLabel("Berkas", { exact: true }).setInputFiles(pdf);
  await desk.getByRole("button", { name: "Kirim berkas" }).click();
  await expect(desk.getByRole("alert").first()).toContainText("isian yang perlu dibetulkan");
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Nama berkas").fill("Panduan foto");
  await desk.getByLabel("Berkas", { exact: true }).setInputFiles(pdf);
  await desk.getByRole("button", { name: "Kirim berkas" }).click();
  await expect(desk.getByRole("status").filter({ hasText: "Berkas materi tersimpan" })).toBeVisible();
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
}

test("a resident enrols, gives the code on the wall, and says how it was", async ({ page, mode, somebodyElse }, info) => {
  test.setTimeout(120_000);
  const name = `Foto Produk ${Math.floor(Math.random() * 1e6)}`;
  const desk = await deskOf(somebodyElse, TRAINERS[info.project.name]);
  await announces(desk, mode, name);
  await bringsFile(desk, mode);

  await open(page, mode, "/");
  await page.getByRole("link", { name: "Pelatihan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pelatihan");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(page.getByText("Sisa 1 kursi")).toBeVisible();
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  // A visitor signs in, and comes back to the form.
  await page.getByRole("link", { name: "Daftar pelatihan ini" }).click();
  await expect(page).toHaveURL(/\/masuk\?lanjut=/);
  await alive(page, mode);
  await signInAsSomebodyNew(page, mode, "Kadek Contoh");
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Kadek Contoh");
  await page.getByLabel("Nama lengkap").fill("");
  await page.getByRole("button", { name: "Daftar pelatihan ini" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Nama lengkap").fill("Kadek Contoh");
  await page.getByRole("button", { name: "Daftar pelatihan ini" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pelatihan saya");
  await expect(page.getByRole("status")).toContainText("mendapat kursi");
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  // The screen in the room.
  await desk.getByRole("link", { name: "Layar kode sesi 1" }).click();
  await expect(desk.getByRole("img", { name: /^Kode \d{3} \d{3}$/ })).toBeVisible();
  // What it shows is good for seconds: that it changes by itself is what it is for.
  await expectWellBehaved(desk, mode, ["meta-refresh"]);

  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(page, mode);
  const guide = page.getByRole("link", { name: "Materi: Panduan foto (PDF, 1 KB)" });
  const file = await page.request.get((await guide.getAttribute("href")) ?? "");
  expect([file.status(), file.headers()["content-disposition"]]).toEqual([200, 'attachment; filename="materi.pdf"']);
  await page.getByRole("link", { name: "Saya hadir sekarang" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Catat kehadiran");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Kode di layar").fill("12345");
  await page.getByRole("button", { name: "Saya hadir" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await alive(page, mode);
  const label = (await desk.getByRole("img", { name: /^Kode/ }).first().getAttribute("aria-label")) ?? "";
  await page.getByLabel("Kode di layar").fill(label.replace("Kode ", ""));
  await page.getByRole("button", { name: "Saya hadir" }).click();
  await expect(page.getByRole("status")).toContainText("Kehadiran Anda tercatat");
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  await page.getByLabel("Baik sekali").check();
  await page.getByLabel("Catatan").fill("Jelas dan ramah.");
  await page.getByRole("button", { name: "Kirim pendapat" }).click();
  await expect(page.getByRole("status")).toContainText("pendapat Anda tersimpan");
  await expect(page.getByLabel("Catatan")).toHaveValue("Jelas dan ramah.");
});

test("where there is no training, the page says what to try", async ({ page, mode }) => {
  await open(page, mode, "/d/olehsari/pelatihan");
  await expect(page.getByRole("status")).toContainText("Belum ada pelatihan di sini");
  await expectWellBehaved(page, mode);
  await open(page, mode, "/pelatihan?bidang=keagamaan&lalu=ya");
  await expect(page.getByRole("status")).toContainText("Tidak ada pelatihan yang cocok");
  const answer = await open(page, mode, "/pelatihan/tidak-ada");
  expect(answer?.status()).toBe(404);
});
