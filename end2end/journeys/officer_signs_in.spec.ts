import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { codeOf, comesInAsOfficer, officer } from "../support/people";

/** Each way of running has an officer of its own: a code of the second factor counts once. */
const BY_PROJECT: Record<string, string> = {
  "hidup hp": "Rini Wulandari",
  "hidup pc": "Joko Prasetyo",
  "hemat hp": "Lina Permata",
  "hemat pc": "Sri Lestari",
  "mati hp": "Adi Nugroho",
  "mati pc": "Yuli Astuti",
};

test("an officer comes in with password and code, prints a slip, and a wrong code is refused", async ({ page, mode }, info) => {
  const person = officer(BY_PROJECT[info.project.name]);
  await open(page, mode, "/kantor/slip");
  await expect(page).toHaveURL(/\/masuk\/petugas\?lanjut=%2Fkantor%2Fslip$/);
  await expectWellBehaved(page, mode);

  await page.getByLabel("Nomor HP atau nama petugas").fill(person.staffName);
  await page.getByLabel("Kata sandi").fill(person.password);
  await page.getByLabel("Kode keamanan").fill(codeOf(person) === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByRole("alert")).toContainText("tidak cocok");
  await expect(page.getByLabel("Nomor HP atau nama petugas")).toHaveValue(person.staffName);

  await comesInAsOfficer(page, person, "/kantor/slip");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cetak slip kode masuk");
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await page.getByLabel("Nomor HP warga").fill("0812 0000 0002");
  await page.getByRole("button", { name: "Buat slip" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Slip kode masuk");
  await expect(page.locator("#kode-slip")).toHaveText(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
  await expectWellBehaved(page, mode);

  // The page of another hat does not exist for her, and nothing of it is brought to life.
  await page.goto("/bpm/kantor", { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Halaman tidak ditemukan");
});
