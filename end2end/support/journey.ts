import { readFileSync } from "node:fs";
import { expect, test as base, type Page } from "@playwright/test";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type Mode = "hidup" | "hemat" | "mati";

type Journey = {
  /** How this run uses the page: hydrated, data-saver, or JavaScript off. */
  mode: Mode;
  /** Ends every journey: nothing was fetched that the mode forbids, and nothing complained. */
  quiet: void;
};

/** For journeys on which things are meant to fail: the console may complain. */
export const noisy = base.extend<{ mode: Mode }>({
  mode: async ({}, use, info) => use(info.project.metadata.mode as Mode),
});

export const test = noisy.extend<Pick<Journey, "quiet">>({
  quiet: [
    async ({ page, mode }, use) => {
      const complaints: string[] = [];
      const code: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && !/status of 4\d\d|blocked by Playwright|ERR_BLOCKED_BY_CLIENT/.test(message.text())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("request", (request) => {
        if (/\.(wasm|js)(\?|$)/.test(new URL(request.url()).pathname)) code.push(request.url());
      });
      await use();
      expect(complaints, "the console is quiet").toEqual([]);
      if (mode !== "hidup") expect(code, "no browser code is fetched").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens a page, and waits until it is alive where it is meant to be. */
export async function open(page: Page, mode: Mode, path: string) {
  const answer = await page.goto(path);
  await alive(page, mode);
  return answer;
}

export async function alive(page: Page, mode: Mode) {
  if (mode === "hidup") await page.waitForSelector('html[data-alive="yes"]', { state: "attached" });
}

/** What every screen owes its users: no finding of axe, no sideways scroll, targets of 44 px. */
export async function expectWellBehaved(page: Page, mode: Mode) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(width, "no sideways scroll").toBeLessThanOrEqual(0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main a, main button, main input:not([type=hidden]), main select, main summary")]
      .filter((target) => target.offsetParent !== null && getComputedStyle(target).display !== "inline")
      // A radio or a box is pressed by the whole row around it.
      .map((target) => (target.matches("input") ? (target.closest("label") ?? target) : target))
      .filter((target) => innerWidth < 1024 && target.getBoundingClientRect().height < 44)
      .map((target) => target.outerHTML.slice(0, 120)),
  );
  expect(small, "targets are at least 44 px high on a phone").toEqual([]);
  if (mode === "mati") return; // axe is a script; the same HTML is examined in the other modes
  await page.evaluate(axe);
  // A bar that sticks covers whatever happens to lie under it now; the page scrolls away from it.
  await page.evaluate(() => document.querySelectorAll<HTMLElement>(".dock, .act").forEach((bar) => (bar.style.position = "static")));
  const found = await page.evaluate(async () => {
    const result = await (window as any).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map((violation: any) => `${violation.id}: ${violation.nodes.map((node: any) => node.html).slice(0, 3).join(" | ")}`);
  });
  await page.evaluate(() => document.querySelectorAll<HTMLElement>(".dock, .act").forEach((bar) => (bar.style.position = "")));
  expect(found, "axe finds nothing").toEqual([]);
}
