import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { returnsToAct } from "../support/people";

/** An office and a kecamatan for each way of running; the one administrator's code counts once. */
const PLACES: Record<string, { slug: string; kecamatan: string; phone: string }> = {
  "hidup pc": { slug: "aliyan", kecamatan: "Sempu", phone: "081377700001" },
  "mati hp": { slug: "bubuk", kecamatan: "Kabat", phone: "081377700002" },
};

test("an administrator puts an office into the pilot and takes it out again, and appoints a camat", async ({ page, mode }, info) => {
  const { slug, kecamatan, phone } = PLACES[info.project.name] ?? {};
  test.skip(!slug, "one office for each of two ways");
  test.setTimeout(60_000);
  await returnsToAct(page, "Wayan Sudarma", "/bpm/kantor");
  await open(page, mode, "/bpm/kantor");
  await expect(page.locator("main")).toContainText("kantor percontohan dipilih dari 41");
  await expectWellBehaved(page, mode);
  await open(page, mode, `/bpm/kantor/${slug}`);
  await expect(page.locator("main")).toContainText("Kantor ini belum termasuk percontohan.");
  await expectWellBehaved(page, mode);
  await page.getByRole("button", { name: "Jadikan kantor percontohan" }).click();
  await expect(page.locator("main")).toContainText("Kantor ini termasuk percontohan.");
  await alive(page, mode);
  await page.getByRole("button", { name: "Keluarkan dari percontohan" }).click();
  await expect(page.locator("main")).toContainText("Kantor ini belum termasuk percontohan.");

  await open(page, mode, "/bpm/kecamatan");
  await expect(page.locator("main").getByRole("listitem")).toHaveCount(25);
  await expect(page.getByRole("listitem").filter({ hasText: "Kecamatan Licin" })).toContainText("Agus Setiawan");
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: `Kecamatan ${kecamatan}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Pegawai Kecamatan ${kecamatan}`);
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Nama lengkap").fill("Sari Dewi");
  await page.getByLabel("Nomor HP").fill("12");
  await page.getByRole("button", { name: "Tambah pegawai" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Nama lengkap"), "what was typed stays").toHaveValue("Sari Dewi");
  await page.getByLabel("Nomor HP").fill(phone ?? "");
  await page.getByRole("button", { name: "Tambah pegawai" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kode aktivasi untuk Sari Dewi");
  await expect(page.locator("main")).toContainText(`sari.kec-${kecamatan?.toLowerCase()}`);
  await page.getByRole("link", { name: "Daftar pegawai" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Sari Dewi" })).toContainText("Belum aktivasi");
});
