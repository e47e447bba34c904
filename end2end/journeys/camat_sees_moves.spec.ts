import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { comesInAsOfficer, officer } from "../support/people";

/** A camat for each way of running: a code counts once. What comes to them: office_issues_a_letter. */
const CAMAT: Record<string, { name: string; kecamatan: string }> = {
  "hidup pc": { name: "Agus Setiawan", kecamatan: "Licin" },
  "mati hp": { name: "Nurul Hidayati", kecamatan: "Genteng" },
};

test("a camat turns the months, and finds nothing of an office", async ({ page, mode }, info) => {
  const camat = CAMAT[info.project.name];
  test.skip(!camat, "one camat for each of two ways");
  test.setTimeout(60_000);
  await comesInAsOfficer(page, officer(camat.name));
  await expect(page).toHaveURL(/\/kecamatan$/);
  await open(page, mode, "/kecamatan");
  await expect(page.getByRole("banner")).toContainText(`Kecamatan ${camat.kecamatan}`);
  await expect(page.getByRole("banner")).toContainText(`${camat.name}, Camat`);
  await expectWellBehaved(page, mode);

  // December and January are neighbours; nothing was told in either.
  await open(page, mode, "/kecamatan?bulan=2019-12");
  await expect(page.locator("main")).toContainText(`Kecamatan ${camat.kecamatan}, Desember 2019: 0 surat.`);
  await expect(page.getByRole("status")).toContainText("Belum ada surat pindah di bulan ini");
  await page.getByRole("link", { name: "Januari 2020" }).click();
  await expect(page.locator("main")).toContainText("Januari 2020: 0 surat.");
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  for (const path of ["/kantor", "/kantor/permohonan", "/bpm/kecamatan", "/bpm/kantor/kec-licin"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
  }
});
