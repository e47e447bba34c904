import { defineConfig } from "@playwright/test";
import house from "../../end2end/playwright.config";

// One phone, one thing at a time.
export default defineConfig({
  testDir: ".",
  outputDir: "../../target/bench/browser",
  workers: 1,
  timeout: 240_000,
  reporter: "line",
  use: { ...house.use, viewport: { width: 360, height: 740 }, isMobile: true },
});
