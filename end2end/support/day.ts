import type { Page } from "@playwright/test";

/** Days as the offices count them: seven hours ahead of UTC, where a new day has begun at 17.00. */
export function dayAhead(days: number) {
  const there = new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000);
  return { day: there.getUTCDate(), month: there.getUTCMonth() + 1, year: there.getUTCFullYear() };
}

/** Fills the three parts of the only date on the page; `years` later than that day. */
export async function fillDay(page: Page, { day, month, year }: ReturnType<typeof dayAhead>, years = 0) {
  await page.getByLabel("Tanggal", { exact: true }).fill(String(day));
  await page.getByLabel("Bulan").selectOption({ index: month });
  await page.getByLabel("Tahun").fill(String(year + years));
}

/** Today at the offices, as people write it: "1-12-2026". */
export function todayInDigits(): string {
  const { day, month, year } = dayAhead(0);
  return `${day}-${month}-${year}`;
}

/** "2026-11", as an address names a month. */
export function thisMonth(): string {
  const { month, year } = dayAhead(0);
  return `${year}-${String(month).padStart(2, "0")}`;
}
