import type { Page } from "@playwright/test";
import { dayAhead, fillDay } from "./day";
import { alive, expect, open } from "./journey";

type Mode = "hidup" | "hemat" | "mati";

/** BPM opens a period for one office; where its page is. */
export async function opensCampaignFor(admin: Page, mode: Mode, office: { name: string; kecamatan: string }, name: string): Promise<string> {
  await open(admin, mode, "/bpm/kampanye");
  await admin.getByLabel("Nama kampanye").fill(name);
  await admin.getByLabel("Kantor pilihan di bawah").check();
  await fillDay(admin, dayAhead(30));
  // Others publish newer versions meanwhile.
  await admin.getByLabel("Versi butir").selectOption("2016-13");
  const group = admin.locator("details").filter({ hasText: `Kec. ${office.kecamatan}` });
  await group.getByText(`Kec. ${office.kecamatan}`, { exact: true }).click();
  await group.getByLabel(office.name, { exact: true }).check();
  await admin.getByRole("button", { name: "Buka kampanye" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(admin, mode);
  return admin.url().split("?")[0];
}
