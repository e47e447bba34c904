import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { comesInAsOfficer, officer } from "../support/people";

/** An office for each way of running; the one administrator's code counts once. */
const OFFICES: Record<string, string> = { "hidup pc": "aliyan", "mati hp": "bubuk" };

test("an administrator puts an office into the pilot and takes it out again", async ({ page, mode }, info) => {
  const slug = OFFICES[info.project.name];
  test.skip(!slug, "one office for each of two ways");
  test.setTimeout(60_000);
  await comesInAsOfficer(page, officer("Wayan Sudarma"), "/bpm/kantor");
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
});
