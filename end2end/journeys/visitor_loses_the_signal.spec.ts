import { alive, expect, noisy as test, open } from "../support/journey";

test.use({ serviceWorkers: "allow" });

test("a visitor without a signal is told so, in the look of the site", async ({ page, context, mode }) => {
  if (mode !== "hidup") return; // the worker is a script
  await open(page, mode, "/");
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await alive(page, mode);
  await context.setOffline(true);
  await page.goto("/d/licin").catch(() => {});
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tidak ada sambungan");
});
