import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { heavyPhoto, test } from "../support/cut";
import { alive, expect, open } from "../support/journey";
import { photoRow, sendPhoto, signInAsSomebodyNew } from "../support/resident";

const QUESTION = "Foto tempat usaha";

test("a photo that is cut off at 60 % arrives once", async ({ page, line, mode }, info) => {
  test.skip(!info.project.name.endsWith("hp"), "the line of a phone");
  test.setTimeout(60_000);
  await open(page, mode, `${line.url}/masuk?lanjut=/permohonan/baru/sku`);
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await open(page, mode, `${line.url}/permohonan/baru/sku/berkas`);
  // A file, as on a phone: a browser that sends it again reads it again.
  const photo = info.outputPath("foto.jpg");
  writeFileSync(photo, await heavyPhoto(page));
  const row = photoRow(page, QUESTION);

  const held = line.holdsNextPhotoAt(0.6);
  const sent = sendPhoto(page, mode, QUESTION, photo);
  await held;
  if (mode === "hidup") {
    await expect(row).toContainText(/Mengirim \d+ dari \d+ KB/);
    await expect(row.getByRole("progressbar")).toBeVisible();
    await expect(row).not.toContainText("Diterima kantor");
    line.cut();
    await expect(row).toContainText("Tersimpan di HP");
    // It is sent again by itself; this time only the answer is lost.
    await line.holdsNextPhotoAt(1);
    line.cut();
    await sent;
    await expect(row).toContainText("Tersimpan di HP");
    line.isWhole();
    await expect(row).toContainText("Diterima kantor", { timeout: 20_000 });
    expect(line.attempts.length, "cut off, unanswered, received").toBeGreaterThanOrEqual(3);
    expect(new Set(line.attempts).size, "always the same wish").toBe(1);
  } else {
    line.cut();
    await sent;
    await expectBrokenOff(page);
    line.isWhole();
    await page.goBack();
    await expect(row, "nothing of it is there").toContainText("Wajib");

    // Once more, and only the answer is lost: the browser sends the same form again when it is told to.
    const answered = line.holdsNextPhotoAt(1);
    const again = sendPhoto(page, mode, QUESTION, photo);
    await answered;
    line.cut();
    await again;
    await expectBrokenOff(page);
    line.isWhole();
    await page.reload();
    await expect(row).toContainText("Diterima kantor");
  }

  await open(page, mode, `${line.url}/permohonan/baru/sku/berkas`);
  await alive(page, mode);
  await expect(row.getByRole("button", { name: /Hapus foto/ }), "one photo arrived").toHaveCount(1);
});

/** The browser's own page, which says that the connection was interrupted. */
async function expectBrokenOff(page: Page) {
  await expect.poll(() => page.url()).toBe("chrome-error://chromewebdata/");
}
