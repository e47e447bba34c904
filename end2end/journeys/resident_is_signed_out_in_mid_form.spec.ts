import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { comesInAsResident } from "../support/people";

const phoneOf = (index: number) => `0815${String(Date.now() % 10_000_000).padStart(7, "0")}${index % 10}`;

/** A tab that a page opens has scripts until the tool takes them away; one that the tool opens never has. */
async function tabBeside(page: Page, mode: string): Promise<Page> {
  const way = page.getByRole("link", { name: /di tab baru/ });
  if (mode !== "mati") return (await Promise.all([page.context().waitForEvent("page"), way.click()]))[0];
  await expect(way).toHaveAttribute("target", "_blank");
  const beside = await page.context().newPage();
  await beside.goto((await way.getAttribute("href")) ?? "");
  return beside;
}

test("a session ends while Siti types, and nothing that she typed is lost", async ({ page, mode }, info) => {
  const phone = phoneOf(info.parallelIndex);
  await comesInAsResident(page, phone, "Siti Aminah");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Akun saya");
  await open(page, mode, "/permohonan/baru/sku");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await alive(page, mode);
  await page.getByLabel("Tempat lahir").fill("Banyuwangi <selatan>");

  await page.context().clearCookies({ name: /^sk-dev/ });
  await page.getByRole("button", { name: /^Lanjut/ }).click();
  await expect(page.getByText("Sesi Anda sudah berakhir", { exact: false })).toBeVisible();
  if (mode === "hidup") await expect(page.getByLabel("Tempat lahir")).toHaveValue("Banyuwangi <selatan>");
  await expectWellBehaved(page, mode);

  const beside = await tabBeside(page, mode);
  await beside.getByLabel("Nomor HP atau WhatsApp").fill(phone);
  await beside.getByRole("button", { name: "Kirim kode" }).click();
  const code = await beside.locator("#kode-peragaan").innerText();
  await beside.getByLabel("Kode", { exact: true }).fill(code);
  await beside.getByRole("button", { name: "Masuk" }).click();
  await expect(beside.getByRole("heading", { level: 1 })).toHaveText("Akun saya");
  await beside.close();

  await page.getByRole("button", { name: mode === "hidup" ? /^Lanjut/ : "Kirim lagi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  await expect(page.getByRole("alert")).toContainText("perlu dibetulkan");
  await expect(page.getByLabel("Tempat lahir")).toHaveValue("Banyuwangi <selatan>");
});
