import type { Page } from "@playwright/test";
import { expect, noisy as test, showsUp } from "../support/journey";

// The browser code dies; what is on the page is finished HTML, and goes on as such.

async function goesOnWithoutTheApp(page: Page) {
  await showsUp(page);
  await expect(page.locator("html")).toHaveAttribute("data-alive", "dead");
  await mark(page);
  await page.getByRole("link", { name: "Masuk dengan kata sandi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/kata sandi/);
  expect(await marked(page), "the link has loaded a whole page").toBe(false);

  await page.goto("/masuk");
  await showsUp(page);
  await expect(page.locator("html")).toHaveAttribute("data-alive", "dead");
  await mark(page);
  await page.getByLabel("Nomor HP atau WhatsApp").fill("0813");
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page.getByRole("alert"), "a refused form is drawn again in place").toBeVisible();
  expect(await marked(page), "the form was posted by the browser itself").toBe(false);
  await expect(page.getByLabel("Nomor HP atau WhatsApp"), "what was typed stays").toHaveValue("0813");
  await page.getByLabel("Nomor HP atau WhatsApp").fill(`0812${String(Date.now()).slice(-8)}`);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page).toHaveURL(/\/masuk\/periksa$/);
}

const mark = (page: Page) => page.evaluate(() => void ((window as any).before = true));
const marked = (page: Page) => page.evaluate(() => (window as any).before === true);

test.beforeEach(({ mode }) => test.skip(mode !== "hidup", "without a loader nothing can die"));

test("links and forms work on when the browser code cannot be fetched", async ({ page }) => {
  await page.route(/\.wasm$/, (route) => route.abort("failed"));
  await page.goto("/masuk");
  await goesOnWithoutTheApp(page);
});

test("links and forms work on when one part of the browser code is missing", async ({ page }) => {
  await page.route(/\.wasm$/, (route) => (/\/(split|chunk)/.test(route.request().url()) ? route.abort("failed") : route.continue()));
  await page.goto("/masuk");
  await goesOnWithoutTheApp(page);
});
