import type { Page } from "@playwright/test";
import { twelveMegapixels } from "../support/camera";
import { expect, noisy, open, test } from "../support/journey";
import { photoRow, sendPhoto, signInAsSomebodyNew } from "../support/resident";

test("a photo of 12 megapixels is made small on the phone, and one sees it go", async ({ page, mode }) => {
  test.skip(mode !== "hidup", "without a script a photo is sent as it is");
  test.setTimeout(60_000);
  await page.addInitScript(() => {
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
      if (body instanceof Blob) (window as any).posted = { size: body.size, type: body.type };
      send.call(this, body);
    };
  });
  await beginsAndOpensPhotos(page, mode);

  const photo = await twelveMegapixels(page);
  expect(photo.length, "as a camera makes it").toBeGreaterThan(2_000_000);
  // The line is held until one has seen that it is on its way.
  let letGo = () => {};
  const seen = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/unggah*", async (route) => {
    await seen;
    await route.continue();
  });
  await sendPhoto(page, mode, "Foto KTP", photo);
  const row = photoRow(page, "Foto KTP");
  await expect(row.getByRole("progressbar")).toBeVisible({ timeout: 20_000 });
  await expect(row).toContainText(/Mengirim \d+ dari \d+ KB/);
  letGo();
  await expect(row).toContainText("Diterima kantor", { timeout: 20_000 });
  const posted = await page.evaluate(() => (window as any).posted);
  expect(posted.type).toBe("image/jpeg");
  expect(posted.size, "what goes over the line").toBeLessThan(1_000_000);
});

// A request that does not come through is said in the console.
noisy("whoever leaves while a photo waits is asked first", async ({ page, mode }) => {
  noisy.skip(mode !== "hidup", "without a script the browser itself sends");
  noisy.setTimeout(60_000);
  await beginsAndOpensPhotos(page, mode);
  const asks = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks(), "nothing waits yet").toBe(false);
  await page.route("**/unggah*", (route) => route.abort("blockedbyclient"));
  await sendPhoto(page, mode, "Foto KTP", await page.screenshot({ type: "jpeg" }));
  await expect(photoRow(page, "Foto KTP")).toContainText("Tersimpan di HP selama halaman ini terbuka");
  expect(await asks(), "a photo would be lost").toBe(true);
  await page.unroute("**/unggah*");
  await expect(photoRow(page, "Foto KTP")).toContainText("Diterima kantor", { timeout: 20_000 });
  expect(await asks(), "the office has it").toBe(false);
});

/** Somebody new begins a draft and goes on to its photos at once. */
async function beginsAndOpensPhotos(page: Page, mode: Parameters<typeof open>[1]) {
  await open(page, mode, "/masuk?lanjut=/permohonan/baru/sku");
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await open(page, mode, "/permohonan/baru/sku/berkas");
}
