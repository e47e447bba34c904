import { defineConfig } from "@playwright/test";

// One journey, three modes, two sizes. A mode is a way to use the same HTML:
//   hidup   the page comes alive (hydrated)
//   hemat   data-saver: the same page, no browser code
//   mati    JavaScript off
const sizes = { hp: { width: 360, height: 740 }, pc: { width: 1366, height: 768 } };
const modes = ["hidup", "hemat", "mati"] as const;

// The choice of the visitor; that a browser's own Save-Data header does the same is tested on the server.
const saver = { name: "hemat", value: "1", domain: "127.0.0.1", path: "/", expires: -1, httpOnly: false, secure: false, sameSite: "Lax" as const };

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "line",
  timeout: 15_000,
  expect: { timeout: 4_000 },
  use: {
    baseURL: process.env.KAMPUNG_URL,
    serviceWorkers: "block",
    locale: "id-ID",
    timezoneId: "Asia/Jakarta",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
    },
  },
  projects: modes.flatMap((mode) =>
    Object.entries(sizes).map(([size, viewport]) => ({
      name: `${mode} ${size}`,
      use: {
        viewport,
        isMobile: size === "hp",
        javaScriptEnabled: mode !== "mati",
        storageState: mode === "hemat" ? { cookies: [saver], origins: [] } : undefined,
      },
      metadata: { mode, size },
    })),
  ),
});
