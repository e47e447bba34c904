import { alive, expect, expectWellBehaved, test } from "../support/journey";
import { movesHouse } from "../support/resident";

test("a resident moves with a child, and nobody goes to the kecamatan", async ({ page, mode }) => {
  test.setTimeout(120_000);
  await movesHouse(page, mode, "Tamansari (Kec. Licin)", "Genteng Wetan (Kec. Genteng)", () => expectWellBehaved(page, mode));
  await expectWellBehaved(page, mode);

  // Until it has left, the resident may take back that the office of destination has it.
  await alive(page, mode);
  await page.locator("summary").filter({ hasText: "Tarik persetujuan kirim data" }).click();
  await expect(page.locator("details[open]")).toContainText("Desa Genteng Wetan (Kec. Genteng)");
  await expectWellBehaved(page, mode);
  await page.getByRole("button", { name: "Ya, tarik persetujuan" }).click();
  await expect(page.locator("main")).toContainText("Data Anda tidak dikirim ke Desa Genteng Wetan (Kec. Genteng).");
  await expect(page.locator("main")).toContainText("Persetujuan kirim data ditarik");
  await expect(page.locator("main"), "once").not.toContainText("Tarik persetujuan kirim data");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
});
