import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { comesInAsResident } from "../support/people";

/** Each run has a phone of its own: nobody waits for another run's minute. */
const phoneOf = (index: number) => `0813${String(Date.now() % 10_000_000).padStart(7, "0")}${index % 10}`;

test("a new resident signs in by phone, says her name, and goes out again", async ({ page, mode }, info) => {
  const phone = phoneOf(info.parallelIndex);
  await open(page, mode, "/masuk");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Masuk dengan nomor HP");
  await expectWellBehaved(page, mode);

  await page.getByLabel("Nomor HP atau WhatsApp").fill(phone);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page).toHaveURL(/\/masuk\/periksa$/);
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  const code = await page.locator("#kode-peragaan").innerText();
  await page.getByLabel("Kode", { exact: true }).fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByRole("alert")).toContainText("Kode tidak cocok");
  // Without the loader a redrawn page stands at the address of the act.
  if (mode === "hidup") await expect(page).toHaveURL(/\/masuk\/periksa$/);
  await expectWellBehaved(page, mode);

  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siapa nama Anda?");
  await alive(page, mode);
  await page.getByLabel("Nama lengkap").fill("Siti Aminah");
  await page.getByRole("button", { name: "Simpan" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun saya");
  await alive(page, mode);
  await expect(page.getByLabel("Nama lengkap")).toHaveValue("Siti Aminah");
  await expect(page.getByText("(Perangkat ini)")).toBeVisible();
  await expectWellBehaved(page, mode);

  await page.getByRole("link", { name: "Siapa melihat data saya" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siapa melihat data saya");
  await expectWellBehaved(page, mode);

  await page.goto("/akun");
  await alive(page, mode);
  await page.getByRole("button", { name: "Keluar" }).click();
  await expect(page.getByRole("link", { name: "Masuk" })).toBeVisible();
  await page.goto("/akun");
  await expect(page).toHaveURL(/\/masuk\?lanjut=%2Fakun$/);
});

test("a resident sets a password and signs in with it", async ({ page, mode }, info) => {
  const phone = phoneOf(info.parallelIndex + 5);
  await comesInAsResident(page, phone, "Budi Santoso");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun saya");
  await open(page, mode, "/akun/sandi");
  await page.getByLabel("Kata sandi baru").fill("12345678");
  await page.getByRole("button", { name: "Simpan kata sandi" }).click();
  await expect(page.getByRole("alert")).toContainText("mudah ditebak");
  await page.getByLabel("Kata sandi baru").fill("kopi ijen di pagi hari");
  await page.getByRole("button", { name: "Simpan kata sandi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun saya");
  await alive(page, mode);
  await page.getByRole("button", { name: "Keluar" }).click();
  await expect(page.getByRole("link", { name: "Masuk" })).toBeVisible();

  await open(page, mode, "/masuk/sandi?lanjut=/akun");
  await page.getByLabel("Nomor HP atau WhatsApp").fill(phone);
  await page.getByLabel("Kata sandi").fill("kopi ijen di pagi hari");
  await page.getByRole("button", { name: "Masuk" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun saya");
});

test("without a phone number the page says what to fill in and keeps the choice", async ({ page, mode }) => {
  await open(page, mode, "/masuk");
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page.getByRole("alert")).toContainText("Isi nomor HP yang diawali 08");
  await expect(page.getByRole("radio", { name: /WhatsApp/ })).toBeChecked();
  await expectWellBehaved(page, mode);
});
