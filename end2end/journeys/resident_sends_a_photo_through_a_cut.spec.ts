import { expect, open, test } from "../support/journey";
import { photoRow, sendPhoto, signInAsSomebodyNew } from "../support/resident";

test("a photo that meets no signal waits on the phone and is sent by itself, once", async ({ page, mode }) => {
  if (mode !== "hidup") return; // without a script a photo is sent by the browser itself
  test.setTimeout(60_000);
  await open(page, mode, "/masuk?lanjut=/permohonan/baru/sku");
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await open(page, mode, "/permohonan/baru/sku/berkas");

  const photo = await page.screenshot({ type: "jpeg" });
  let attempts = 0;
  const keys = new Set<string>();
  await page.route("**/unggah*", async (route) => {
    attempts += 1;
    keys.add((await route.request().headerValue("idempotency-key")) ?? "");
    // The first attempt never arrives; of the second only the answer is lost.
    if (attempts === 1) return route.abort("blockedbyclient");
    if (attempts === 2) {
      await route.fetch();
      return route.abort("blockedbyclient");
    }
    return route.continue();
  });
  await sendPhoto(page, mode, "Foto tempat usaha", photo);
  await expect(photoRow(page, "Foto tempat usaha")).toContainText("Tersimpan di HP");
  await expect(photoRow(page, "Foto tempat usaha")).toContainText("Diterima kantor", { timeout: 20_000 });
  expect({ attempts, keys: keys.size }, "one wish, three times").toEqual({ attempts: 3, keys: 1 });

  await page.unroute("**/unggah*");
  await open(page, mode, "/permohonan/baru/sku/berkas");
  await expect(photoRow(page, "Foto tempat usaha").getByRole("button", { name: /Hapus foto/ }), "one photo arrived").toHaveCount(1);
});
