import type { Page } from "@playwright/test";
import { opensCampaignFor } from "../support/campaign";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { administratorsDesk, deskOf } from "../support/office";
import { returnsAsOfficer } from "../support/people";

// The page is kept by the worker.
test.use({ serviceWorkers: "allow" });

/** The review of another way of running happens here, long after. */
const OFFICE = { name: "Kelurahan Sobo", kecamatan: "Banyuwangi", slug: "sobo" };
const [OFFICER, HEAD, REVIEWER] = ["Sri Lestari", "Yuli Astuti", "Gede Artawan"];

/** The office says that it has nothing: that needs no photo. */
async function handsIn(desk: Page, head: Page, mode: "hidup" | "hemat" | "mati") {
  await open(desk, mode, "/kantor/kepatuhan");
  await desk.getByRole("link", { name: /Wi-Fi/ }).first().click();
  for (let at = 1; at <= 13; at++) {
    await expect(desk.locator("main")).toContainText(`Butir ${at} dari 13`);
    await alive(desk, mode);
    await desk.getByLabel(/^0, /).check();
    await desk.getByRole("button", { name: "Simpan, buka butir berikutnya" }).click();
  }
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Kepatuhan");
  await open(head, mode, "/kantor/kepatuhan");
  await head.getByRole("button", { name: "Ajukan ke pemeriksa" }).click();
  await expect(head.getByRole("status")).toContainText("iajukan");
}

test("what a reviewer sees at an office without a signal waits on the phone and counts once", async ({ page, context, somebodyElse, mode }, info) => {
  test.skip(info.project.name !== "hidup hp", "the phone of one reviewer; without the code a form is sent by the browser itself");
  test.setTimeout(240_000);
  const admin = await administratorsDesk(somebodyElse);
  const campaign = await opensCampaignFor(admin, mode, OFFICE, `Kunjungan ${Date.now() % 100_000}`);
  await handsIn(await deskOf(somebodyElse, OFFICER), await deskOf(somebodyElse, HEAD), mode);

  await returnsAsOfficer(page, REVIEWER, "/bpm/telaah");
  const asked = `?kampanye=${campaign.split("/").pop()}`;
  await open(page, mode, `/bpm/telaah/${OFFICE.slug}/toilet${asked}`);
  const title = page.getByRole("heading", { level: 2 }).first();
  const before = await title.innerText();
  await page.getByLabel("Tidak", { exact: false }).first().check();
  await page.getByLabel("Alasan untuk kantor").fill("Tidak ada foto.");
  await page.getByRole("button", { name: "Simpan, lanjut" }).click();
  await expect(title).not.toHaveText(before);

  await open(page, mode, `/bpm/telaah/${OFFICE.slug}/kunjungan${asked}`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await alive(page, mode);
  const list = page.locator("[data-menunggu]");
  await page.getByRole("button", { name: "Siapkan untuk dipakai tanpa jaringan" }).click();
  await expect(list.getByRole("status")).toContainText("Siap:", { timeout: 30_000 });
  await expectWellBehaved(page, mode);

  // In the office: the toilet stands on top.
  await context.setOffline(true);
  await page.reload();
  await alive(page, mode);
  const toilet = page.locator("section.sheet").filter({ hasText: /toilet/i }).filter({ has: page.getByLabel("Catatan") }).first();
  await toilet.getByLabel("Terpenuhi", { exact: false }).first().check();
  await toilet.getByLabel("Catatan").fill("Bersih, sabun ada.");
  await toilet.getByRole("button", { name: "Simpan butir ini" }).click();
  await expect(list).toContainText("Menunggu di HP ini: 1 (1 jawaban)");
  await page.reload();
  await alive(page, mode);
  await expect(list).toContainText("“Bersih, sabun ada.”");
  await expectWellBehaved(page, mode);

  await context.setOffline(false);
  await expect(list.getByText("Diterima kantor")).toHaveCount(1);
  await open(page, mode, `/bpm/telaah/${OFFICE.slug}/toilet${asked}`);
  await expect(page.locator("main")).toContainText("Bersih, sabun ada.");
  await open(page, mode, `/bpm/telaah/${OFFICE.slug}/kunjungan${asked}`);
  await expect(list.getByRole("button", { name: "Perbarui untuk dipakai tanpa jaringan" })).toBeVisible();
  await expect(list, "nothing is left on the phone").not.toContainText("di HP ini");

  // Others review here later.
  await open(admin, mode, campaign);
  await admin.getByRole("button", { name: /^Kunci/ }).click();
  await expect(admin.getByRole("status")).toContainText("Kampanye terkunci");
});
