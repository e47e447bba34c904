import type { Page } from "@playwright/test";
import { expect, expectWellBehaved, test } from "../support/journey";

/** What axe, which is in the page by now, finds too pale for sunlight. */
async function paleWords(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const result = await (window as any).axe.run(document, { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } });
    return result.violations.flatMap((violation: any) => violation.nodes.map((node: any) => node.html.slice(0, 160)));
  });
}

// A page without browser code in every mode, so there is nothing to wait for.
for (const [hat, path] of [["nobody's", "/galeri"], ["a resident's", "/galeri/warga"], ["an office's", "/galeri/kantor"], ["the regency's", "/galeri/kabupaten"]]) {
  test(`a designer sees every part of the look under ${hat} hat`, async ({ page, mode }) => {
    test.setTimeout(30_000);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    expect(await page.content(), "no browser code, and no data for it").not.toContain("<script");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Galeri Smart Kampung");
    await expect(page.getByRole("group", { name: "Tandatangani 10 surat?" })).toBeVisible();
    await expect(page.getByRole("alert")).toContainText("Ada 10 isian yang perlu dibetulkan");
    await expectWellBehaved(page, mode);
    if (mode !== "mati") expect(await paleWords(page), "every word stands out 7 to 1 from its ground").toEqual([]);
  });
}
