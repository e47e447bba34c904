import { expect, expectWellBehaved, open, test } from "../support/journey";
import { signIn } from "../support/staff";

// One head, one letterhead, and a code of the second factor that works once: one after the other.
test.describe.configure({ mode: "serial" });

test("the head is told what is missing, and fills it in", async ({ page, mode }, info) => {
  test.skip(info.project.name !== "hidup pc", "the letterhead is filled in once");
  await signIn(page, mode, "hadi.tamansari");
  await open(page, mode, "/kantor");
  await expect(page.getByText("Kop surat belum lengkap")).toBeVisible();
  await expectWellBehaved(page, mode);

  await page.getByRole("link", { name: "Lengkapi di Pengaturan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pengaturan kantor");
  await expectWellBehaved(page, mode);

  await page.getByLabel("Pola nomor").fill("{kode}/{tahun}");
  await page.getByRole("button", { name: "Simpan pengaturan" }).click();
  await expect(page.getByRole("alert")).toContainText("{urut}");

  await page.getByLabel("Pola nomor").fill("{kode}/{urut:3}/{unit}/{tahun}");
  await page.getByLabel("Alamat kantor").fill("Jl. Raya Tamansari 1, Licin 68454");
  await page.getByLabel("Nama", { exact: true }).first().fill("HADI SANTOSO");
  await page.getByRole("button", { name: "Simpan pengaturan" }).click();
  await expect(page.getByRole("status")).toContainText("Pengaturan tersimpan");
  await expect(page.getByText("Kop surat belum lengkap")).toHaveCount(0);
});
