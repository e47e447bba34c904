import { alive, expect, expectWellBehaved, open, test } from "../support/journey";

test("a visitor searches a village and opens its page", async ({ page, mode }) => {
  await open(page, mode, "/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pilih desa atau kelurahan Anda");
  await expectWellBehaved(page, mode);

  await page.getByLabel("Nama desa, kelurahan, atau kecamatan").fill("kampungmandar");
  await page.getByRole("button", { name: "Cari" }).click();
  await page.getByRole("link", { name: /Kelurahan Kampungmandar/ }).click();

  await expect(page).toHaveURL(/\/d\/kampungmandar$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kelurahan Kampungmandar");
  await expectWellBehaved(page, mode);
});

test("a search without a hit says what to do next", async ({ page, mode }) => {
  await open(page, mode, "/?cari=atlantis");
  await expect(page.getByRole("status")).toContainText("Tidak ada kantor dengan nama itu");
  await expect(page.getByLabel("Nama desa, kelurahan, atau kecamatan")).toHaveValue("atlantis");
  await expectWellBehaved(page, mode);
});

test("a name that two offices share is asked back", async ({ page, mode }) => {
  await open(page, mode, "/d/tamansari");
  await expect(page.getByRole("link", { name: /Kec\.\sLicin/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /Kec\.\sTegalsari/ })).toBeVisible();
  await expectWellBehaved(page, mode);
});

test("an address that is no page answers 404 in words", async ({ page, mode }) => {
  for (const path of ["/tidak-ada", "/d/atlantis"]) {
    const answer = await open(page, mode, path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman tidak ditemukan");
  }
  await expectWellBehaved(page, mode);
});

test("a visitor reads in English, and switches the data-saver on", async ({ page, mode }) => {
  await open(page, mode, "/");
  await page.getByRole("link", { name: "English" }).click();
  await alive(page, mode);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choose your village");
  await expect(page).toHaveURL(/\/$/);

  if (mode !== "hemat") {
    await page.getByRole("link", { name: "Data saver: Off" }).click();
    await expect(page.getByRole("link", { name: "Data saver: On" })).toBeVisible();
    expect(await page.content(), "a page of the data-saver has no loader").not.toContain("loader.js");
  }
});
