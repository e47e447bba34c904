import { defineConfig } from "@playwright/test";
import { ways } from "./ways";

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // What failed is told last, where nobody has to look for it.
  reporter: "dot",
  // Generous: a slow machine is no finding, and speed has tests of its own.
  timeout: 30_000,
  expect: { timeout: 8_000 },
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
  projects: ways.map(({ mode, size, cookies, use }) => ({
    name: `${mode} ${size}`,
    use: { ...use, storageState: cookies.length > 0 ? { cookies, origins: [] } : undefined },
    metadata: { mode, size },
  })),
});
