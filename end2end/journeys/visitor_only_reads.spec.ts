import type { Page } from "@playwright/test";
import { alive, expect, test } from "../support/journey";

const codeOf = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length);

test("a visitor who only reads is sent no browser code, and nothing moves when it comes", async ({ page, mode }) => {
  test.skip(mode !== "hidup", "the code comes in no other way");
  await page.addInitScript(() => {
    const moved = ((window as any).moved = []) as string[];
    const tell = (entry: any) => entry.sources.forEach(({ node }: any) => moved.push(node?.outerHTML?.slice(0, 80)));
    new PerformanceObserver((list) => list.getEntries().forEach(tell)).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/produk", { waitUntil: "networkidle" });
  await page.waitForTimeout(2_500); // Who has signed in has it after two seconds at the latest.
  expect(await codeOf(page)).toBe(0);
  await page.evaluate(() => ((window as any).moved.length = 0));
  await alive(page, mode);
  expect(await codeOf(page)).toBeGreaterThan(0);
  await expect(page.getByRole("button", { name: "Terdekat dari saya" })).toBeVisible();
  expect(await page.evaluate(() => (window as any).moved)).toEqual([]);
});
