import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";
import { wordsOf } from "../support/paper";

type Mode = "hidup" | "hemat" | "mati";

/** Who practises in each way of running: an officer who checks, and a head who signs. */
const PUPILS: Record<string, { officer: string; head: string }> = {
  "hidup hp": { officer: "Lina Permata", head: "Endang Suryani" },
  "hidup pc": { officer: "Joko Prasetyo", head: "Hadi Santoso" },
  "hemat pc": { officer: "Dewi Anggraini", head: "Bambang Irawan" },
  "mati hp": { officer: "Adi Nugroho", head: "Yuli Astuti" },
};

const task = (page: Page, name: string) => page.locator("main").getByRole("listitem").filter({ hasText: name });
const strip = (page: Page) => page.getByRole("complementary", { name: "Kantor latihan" });

/** From the course at one's own office to the same course where everybody is invented. */
async function goesToPractise(page: Page, mode: Mode) {
  await open(page, mode, "/kantor/belajar");
  await expect(strip(page), "one's own office has no strip").toHaveCount(0);
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: "Masuk kantor latihan" }).click();
  await expect(strip(page)).toContainText("semua dikarang");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belajar memakai situs ini");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
}

async function comesBack(page: Page, mode: Mode) {
  await strip(page).getByRole("link", { name: "Selesai berlatih" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Belajar memakai situs ini");
  await expect(strip(page)).toHaveCount(0);
  await alive(page, mode);
}

test("an officer checks an invented case, and their own office knows that they can", async ({ mode, somebodyElse }, info) => {
  const pupil = PUPILS[info.project.name];
  test.skip(!pupil, "two people for each of four ways");
  test.setTimeout(120_000);
  const desk = await deskOf(somebodyElse, pupil!.officer);
  await goesToPractise(desk, mode);
  await task(desk, "Ambil satu permohonan").getByRole("link").click();
  await alive(desk, mode);
  await expect(strip(desk), "inside the app, too").toBeVisible();
  await desk.getByRole("row").filter({ hasText: "Baru" }).first().getByRole("link").first().click();
  await desk.getByRole("button", { name: "Ambil permohonan ini" }).click();
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  await expect(desk.getByLabel("Isi surat")).toContainText("SITI CONTOH");
  const papers = desk.locator("main img[src^='/m/']");
  for (const paper of await papers.all()) {
    await paper.scrollIntoViewIfNeeded();
    await expect.poll(() => paper.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  }
  await expectWellBehaved(desk, mode);
  await desk.getByRole("button", { name: "Verifikasi" }).click();
  await expect(desk.getByRole("alert").first()).toBeVisible();
  for (const check of ["Nama dan NIK sesuai KTP dan KK", "Alamat sesuai KK", "Berkas lengkap dan terbaca"]) await desk.getByLabel(check).check();
  await desk.getByLabel("Foto KTP dibandingkan dengan KK").check();
  await desk.getByRole("button", { name: "Verifikasi" }).click();
  await expect(desk.getByRole("status")).toContainText("Terverifikasi");
  await open(desk, mode, `${new URL(desk.url()).origin}/kantor/belajar`);
  await expect(task(desk, "Periksa satu permohonan")).toContainText("Selesai");

  await comesBack(desk, mode);
  for (const done of ["Ambil satu permohonan", "Periksa satu permohonan"]) await expect(task(desk, done)).toContainText("Selesai");
  await expectWellBehaved(desk, mode);
  await open(desk, mode, "/kantor/permohonan");
  await expect(desk.locator("main"), "nothing of it is at their own office").not.toContainText("S*** C*****");
});

test("a head signs an invented letter, which says that it is none", async ({ mode, somebodyElse }, info) => {
  const pupil = PUPILS[info.project.name];
  test.skip(!pupil, "two people for each of four ways");
  test.setTimeout(120_000);
  const head = await deskOf(somebodyElse, pupil!.head);
  await goesToPractise(head, mode);
  await task(head, "Tandatangani satu surat").getByRole("link").click();
  await expect(head.getByLabel("Isi surat")).toContainText("SITI CONTOH");
  await alive(head, mode);
  await expectWellBehaved(head, mode);
  // A colleague who practises at the same time may have checked another one.
  const sign = head.getByRole("button", { name: /Tandatangani \d+ surat/ });
  await expect(async () => {
    if (!(await sign.isVisible())) await head.getByRole("button", { name: "Setuju, lanjut" }).click({ timeout: 2_000 });
    await expect(sign).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await sign.click();
  await expect(head.getByRole("status")).toContainText("surat sudah ditandatangani");
  await open(head, mode, `${new URL(head.url()).origin}/kantor/permohonan?daftar=siap`);
  await head.getByRole("row").filter({ hasText: "Surat terbit" }).first().getByRole("link").first().click();
  await expect(async () => {
    await head.reload();
    await expect(head.getByRole("link", { name: /Unduh surat/ })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await alive(head, mode);
  await expectWellBehaved(head, mode);
  const waiting = head.waitForEvent("download");
  await head.getByRole("link", { name: /Unduh surat/ }).click();
  const letter = readFileSync(await (await waiting).path());
  expect(wordsOf(letter)).toMatch(/Tidak berlaku\s+sebagai surat\./);
  await comesBack(head, mode);
  await expect(task(head, "Tandatangani satu surat")).toContainText("Selesai");
});
