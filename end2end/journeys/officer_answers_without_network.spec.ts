import type { Page } from "@playwright/test";
import { opensCampaignFor } from "../support/campaign";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { administratorsDesk } from "../support/office";
import { comesInAsOfficer, officer, returnsAsOfficer } from "../support/people";

// The pages are kept by the worker.
test.use({ serviceWorkers: "allow" });

/** The review of another way of running happens here, long after. */
const OFFICE = { name: "Desa Genteng Wetan", kecamatan: "Genteng" };
const [EKO, DEWI] = ["Eko Purnomo", "Dewi Anggraini"];

const list = (phone: Page) => phone.locator("[data-menunggu]");

async function answers(phone: Page, value: RegExp, note: string) {
  await phone.getByLabel(value).check();
  await phone.getByLabel("Catatan untuk pemeriksa").fill(note);
  await phone.getByRole("button", { name: "Simpan", exact: true }).click();
}

test("what an officer answers without a signal waits, goes out once, and says why when it may not", async ({ page, context, somebodyElse, mode }, info) => {
  test.skip(info.project.name !== "hidup hp", "the phone of one office; without the code a form is sent by the browser itself");
  test.setTimeout(240_000);
  const admin = await administratorsDesk(somebodyElse);
  const campaign = await opensCampaignFor(admin, mode, OFFICE, `Tanpa sinyal ${Date.now() % 100_000}`);

  await returnsAsOfficer(page, EKO, "/kantor/kepatuhan");
  await open(page, mode, "/kantor/kepatuhan");
  const picture = await page.screenshot({ type: "jpeg" });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await alive(page, mode);
  await page.getByRole("button", { name: "Siapkan untuk dipakai tanpa jaringan" }).click();
  await expect(list(page).getByRole("status")).toContainText("Siap:", { timeout: 30_000 });
  await expectWellBehaved(page, mode);

  // Somewhere behind the office.
  await context.setOffline(true);
  await page.getByRole("link", { name: /Wi-Fi/ }).first().click();
  await expect(page.locator("main")).toContainText("Butir 1 dari 13");
  await alive(page, mode);
  await answers(page, /^2, /, "Kata sandi di papan depan.");
  await expect(list(page)).toContainText("Menunggu di HP ini: 1 (1 jawaban)");
  await page.getByLabel("Foto", { exact: true }).setInputFiles({ name: "bukti.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([picture, Buffer.from(crypto.randomUUID())]) });
  await page.getByLabel(/^Alasan bila/).fill("Tanggal tidak tercatat di kamera kantor.");
  await page.getByRole("button", { name: "Kirim foto" }).click();
  await expect(list(page).getByRole("status"), "a photo of which nobody says that it may be shown does not wait").toContainText("Centang dulu");
  await expect(list(page)).toContainText("Menunggu di HP ini: 1 (1 jawaban)");
  await page.getByLabel(/^Tidak ada wajah orang/).check();
  await page.getByRole("button", { name: "Kirim foto" }).click();
  await expect(list(page)).toContainText("Menunggu di HP ini: 2 (1 foto, 1 jawaban)");
  await page.reload();
  await alive(page, mode);
  await expect(list(page)).toContainText("Menunggu di HP ini: 2 (1 foto, 1 jawaban)");
  await expect(page.getByLabel("Catatan untuk pemeriksa"), "what was typed is there").toHaveValue("Kata sandi di papan depan.");
  await expectWellBehaved(page, mode);

  // The signal is back.
  await context.setOffline(false);
  await expect(list(page).getByText("Diterima kantor")).toHaveCount(2);
  await open(page, mode, "/kantor/kepatuhan/wifi");
  await expect(page.getByRole("heading", { name: "Bukti foto: 1 dari 1" })).toBeVisible();
  await expect(page.getByLabel("Catatan untuk pemeriksa")).toHaveValue("Kata sandi di papan depan.");
  await expect(list(page)).toBeHidden();
  await page.getByText("Riwayat butir ini").click();
  const history = page.locator("details").filter({ hasText: "Riwayat butir ini" }).getByRole("listitem");
  await expect(history, "one photo and one answer").toHaveCount(2);

  // On the same phone somebody else signs in: it is neither shown nor sent as theirs.
  await open(page, mode, "/kantor/kepatuhan/toilet");
  await context.setOffline(true);
  await answers(page, /^0, /, "Sabun habis.");
  await expect(list(page)).toContainText("Menunggu di HP ini: 1 (1 jawaban)");
  await context.clearCookies();
  await context.setOffline(false);
  await expect(list(page)).toContainText("Masuk lagi dengan akun Anda");
  await returnsAsOfficer(page, DEWI, "/kantor/kepatuhan/toilet");
  await open(page, mode, "/kantor/kepatuhan/toilet");
  await expect(page.getByLabel(/^0, /), "nobody has answered it").not.toBeChecked();
  await expect(page.getByLabel("Catatan untuk pemeriksa")).toHaveValue("");
  await expect(list(page)).toBeHidden();
  await context.clearCookies();
  await comesInAsOfficer(page, officer(EKO), "/kantor/kepatuhan/toilet");
  await expect(list(page), "it goes out by itself").toContainText("Diterima kantor");

  // The time ends while the phone is out of reach: refused in words, and nothing that was typed is lost.
  await open(page, mode, "/kantor/kepatuhan/toilet");
  await context.setOffline(true);
  await answers(page, /^1, /, "Sabun sudah dibeli.");
  await expect(list(page)).toContainText("Menunggu di HP ini: 1 (1 jawaban)");
  await open(admin, mode, campaign);
  await admin.getByRole("button", { name: /^Kunci/ }).click();
  await expect(admin.getByRole("status")).toContainText("Kampanye terkunci");
  await context.setOffline(false);
  await expect(list(page)).toContainText("Ditolak: ");
  await open(page, mode, "/kantor/kepatuhan/toilet");
  await expect(list(page)).toContainText("“Sabun sudah dibeli.”");
  await expectWellBehaved(page, mode);
  page.on("dialog", (dialog) => dialog.accept());
  await list(page).getByRole("button", { name: "Buang" }).click();
  await expect(list(page)).toBeHidden();
});
