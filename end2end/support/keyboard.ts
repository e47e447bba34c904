import { expect, type Locator, type Page } from "@playwright/test";

/** Goes from field to field until it is there, as one who has no mouse. */
export async function tabTo(page: Page, target: Locator, most = 40) {
  for (let steps = 0; steps < most; steps += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `within ${most} steps of the tab key`).toBeFocused();
}
