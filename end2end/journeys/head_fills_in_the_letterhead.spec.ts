import { expect, expectWellBehaved, open, test } from "../support/journey";
import { returnsAsOfficer } from "../support/people";

test("an officer who may not change the letterhead is told who may", async ({ page, mode }, info) => {
  test.skip(info.project.name !== "mati hp", "a code of the second factor counts once");
  await returnsAsOfficer(page, "Lina Permata", "/kantor/pengaturan");
  await open(page, mode, "/kantor/pengaturan");
  await expect(page.getByText("Pengaturan kantor diisi oleh kepala desa atau lurah dan sekretaris.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Simpan pengaturan" })).toHaveCount(0);
  await expectWellBehaved(page, mode);
});
