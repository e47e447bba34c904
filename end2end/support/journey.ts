import { readFileSync } from "node:fs";
import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type Mode = "hidup" | "hemat" | "mati";

type Journey = {
  /** How this run uses the page: hydrated, data-saver, or JavaScript off. */
  mode: Mode;
  /** What all pages of this run have fetched and complained of. */
  ears: Ears;
  /** A page of somebody else, in the same way of running; signed in already if their session is known. */
  somebodyElse: SomebodyElse;
  /** Ends every journey: nothing was fetched that the mode forbids, and nothing complained. */
  quiet: void;
};

export type SomebodyElse = (known?: Awaited<ReturnType<BrowserContext["storageState"]>>) => Promise<Page>;

class Ears {
  complaints: string[] = [];
  code: string[] = [];

  listenTo(context: BrowserContext) {
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type()) && !EXPECTED.test(message.text())) this.complaints.push(message.text());
    });
    context.on("weberror", (error) => this.complaints.push(String(error.error())));
    context.on("request", (request) => {
      if (request.resourceType() === "script" || /\.(wasm|js)$/.test(new URL(request.url()).pathname)) this.code.push(request.url());
    });
  }
}

/** A refusal is an answer too, a line that breaks was cut by the journey, and the worker is kept out. */
const EXPECTED = /status of 4\d\d|ERR_CONNECTION_RESET|ERR_INTERNET_DISCONNECTED|ERR_FAILED|FetchEvent|blocked by Playwright/;

/** For journeys on which things are meant to fail: the console may complain. */
export const noisy = base.extend<{ mode: Mode }>({
  mode: async ({}, use, info) => use(info.project.metadata.mode as Mode),
});

export const test = noisy.extend<Omit<Journey, "mode">>({
  ears: async ({}, use) => use(new Ears()),
  somebodyElse: async ({ browser, ears }, use, info) => {
    const opened: BrowserContext[] = [];
    await use(async (known) => {
      const state = known ? { storageState: known } : {};
      const context = await browser.newContext({ ...info.project.use, ...state, baseURL: process.env.KAMPUNG_URL });
      ears.listenTo(context);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
  quiet: [
    async ({ context, ears, mode }, use) => {
      ears.listenTo(context);
      await use();
      expect(ears.complaints, "the console is quiet").toEqual([]);
      if (mode !== "hidup") expect(ears.code, "no browser code is fetched").toEqual([]);
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
  if (mode !== "hidup") return;
  // Once more while it waits: a click just before may still be on its way to another page, which gets no sign of this one.
  await expect(async () => {
    await showsUp(page);
    await page.waitForSelector('html[data-alive="yes"]', { state: "attached", timeout: 2_000 });
  }).toPass();
}

/** The page of a visitor comes alive at a first sign of them: here the mouse comes to a corner. */
export async function showsUp(page: Page) {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 1);
}

/**
 * What every screen owes its users: no finding of axe, no sideways scroll, targets of 44 px.
 * `essential`: rules of axe from which WCAG itself excepts the screen.
 */
export async function expectWellBehaved(page: Page, mode: Mode, essential: string[] = []) {
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
  const found = await page.evaluate(async (essential) => {
    const rules = Object.fromEntries(essential.map((rule) => [rule, { enabled: false }]));
    const result = await (window as any).axe.run(document, { rules, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return result.violations.map((violation: any) => `${violation.id}: ${violation.nodes.map((node: any) => node.html).slice(0, 3).join(" | ")}`);
  }, essential);
  await page.evaluate(() => document.querySelectorAll<HTMLElement>(".dock, .act").forEach((bar) => (bar.style.position = "")));
  expect(found, "axe finds nothing").toEqual([]);
}
