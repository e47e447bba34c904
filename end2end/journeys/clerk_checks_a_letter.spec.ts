import { expect, expectWellBehaved, open, test } from "../support/journey";

test("a clerk types a code that no letter has", async ({ page, mode }) => {
  await open(page, mode, "/v");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa keaslian surat");
  await expectWellBehaved(page, mode);

  await page.getByLabel("Kode surat").fill("7KQ2 M9XH T4B6 WZC3 RDN8 VFYJ 5E");
  await page.getByRole("button", { name: "Periksa surat" }).click();
  await expect(page.getByText("Tidak dikenal", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Periksa lagi kodenya");
  await expectWellBehaved(page, mode);
});

test("a mistyped code and the address in a QR code are answered alike", async ({ page, mode }) => {
  for (const path of ["/v/7KQ2M9XHT4B6WZC3RDN8VFYJ5E", "/V/7KQ2M9XHT4B6WZC3RDN8VFYJ5E", "/v/bukan-kode"]) {
    await open(page, mode, path);
    await expect(page.getByText("Tidak dikenal", { exact: true })).toBeVisible();
  }
});
