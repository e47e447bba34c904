import { writeFileSync } from "node:fs";
import { type BrowserContextOptions, type Page, expect, test } from "@playwright/test";
import { alive, open } from "../../end2end/support/journey";
import { signInAsSomebodyNew } from "../../end2end/support/resident";
import { inWords, onTheWire, seenFirst, total } from "../../end2end/support/wire";
import { slowLine } from "./line.mjs";

// What only a browser can tell. The figures go to the file that BENCH_FIGURES names; the guards stand
// where they are reported.
const figures: { goal: string; what: string; measured: number; unit: string; most: number | null }[] = [];
const found = (goal: string, what: string, measured: number, unit: string, most: number | null) => figures.push({ goal, what, measured, unit, most });
test.afterAll(() => writeFileSync(process.env.BENCH_FIGURES ?? "target/bench/browser.json", JSON.stringify(figures)));

const RUNS = 5;
const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

/** A resident with a begun form: how to come back as her, and where the form is. */
async function resident(page: Page): Promise<{ storageState: BrowserContextOptions["storageState"]; form: string }> {
  await open(page, "hidup", "/masuk?lanjut=/permohonan/baru/sku");
  await signInAsSomebodyNew(page, "hidup", "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  return { storageState: await page.context().storageState(), form: new URL(page.url()).pathname };
}

test("G1, G2, G5", async ({ page, browser }) => {
  const url = new URL(process.env.KAMPUNG_URL!);
  const { storageState, form } = await resident(page);

  // G1: document, style, icons, pictures of a cold view; the browser code is not counted.
  const views: [string, string, number][] = [["letter form", form, 14_600], ["portal", "/", 30_000], ["service", "/layanan/sku", 30_000], ["village", "/d/tamansari-licin", 30_000]];
  for (const [name, path, most] of views) {
    const context = await browser.newContext({ storageState });
    const fresh = await context.newPage();
    const sent = await onTheWire(fresh);
    await open(fresh, "hidup", url.origin + path);
    const first = seenFirst(sent);
    found("G1", `first view, ${name}`, total(first) / 1e3, "kB", most / 1e3);
    console.log(`${path}\n${inWords(first)}`);
    await context.close();
  }

  // G2: on a slow line, a processor four times slower. Code is asked for after the first paint only.
  const lines: [string, number, number, number, number][] = [["slow 4G (150 ms, 1.6 Mbit/s)", 150, 1_600_000, 750_000, 900], ["3G (300 ms, 0.7 Mbit/s)", 300, 700_000, 330_000, 1500]];
  for (const [name, rtt, down, up, most] of lines) {
    const line = await slowLine({ host: url.hostname, port: Number(url.port), rtt, down, up });
    const took: number[] = [];
    let early = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext({ storageState });
      const fresh = await context.newPage();
      const devtools = await context.newCDPSession(fresh);
      await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await fresh.addInitScript(() => addEventListener("input", () => ((window as any).accepted ??= performance.now()), true));
      await fresh.goto(`http://127.0.0.1:${line.port}${form}`, { waitUntil: "commit" });
      await fresh.getByLabel("NIK").press("3", { timeout: 20_000 });
      took.push(await fresh.evaluate(() => (window as any).accepted as number));
      await alive(fresh, "hidup");
      early += await fresh.evaluate(() => {
        const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
        return performance.getEntriesByType("resource").filter(({ name, startTime }) => name.endsWith(".wasm") && startTime < painted).length;
      });
      await context.close();
    }
    found("G2", `first field takes a key, ${name}, 4x CPU, median of ${RUNS}`, median(took) / 1e3, "s", most / 1e3);
    found("G2", `code asked for before the first paint, ${name}`, early, "", 0);
    line.close();
  }

  // G5: twenty ways inside the app. The areas are entered once before.
  const context = await browser.newContext({ storageState });
  const walker = await context.newPage();
  await open(walker, "hidup", url.origin + "/akun");
  await open(walker, "hidup", url.origin + "/layanan");
  const sent = await onTheWire(walker);
  const [bytes, requests, times]: number[][] = [[], [], []];
  const services = ["pindah", "sku", "skd", "sktm", "lahir", "mati", "nikah", "skck", "umum", "waris"];
  for (const code of services) {
    for (const go of [() => walker.locator(`main a[href="/layanan/${code}"]`).click(), () => walker.locator("main a.back").click()]) {
      sent.length = 0;
      const before = await walker.locator("h1").innerText();
      const begun = performance.now();
      await go();
      await walker.waitForFunction((before) => document.querySelector("h1")?.innerText !== before, before);
      times.push(performance.now() - begun);
      await walker.waitForTimeout(150);
      if (code === "nikah") console.log(`${walker.url()}\n${inWords(sent)}`);
      bytes.push(total(sent));
      requests.push(sent.length);
    }
  }
  found("G5", "a page inside the app, median of 20", median(bytes) / 1e3, "kB", 3);
  found("G5", "requests for it, median", median(requests), "", 1);
  found("G5", "time for it without a line, median", median(times), "ms", 60);
  await context.close();
});
