import type { Page } from "@playwright/test";
import { expect, open, test } from "../support/journey";
import { signInAsSomebodyNew } from "../support/resident";
import { inWords, onTheWire, seenFirst, total } from "../support/wire";

// Goal G1: the first view with nothing kept from before, the browser code not counted. A page of the
// form fits into the first window of a connection: one round trip shows it.
const WINDOW = 14_600;
const VIEW = 30_000;

test("a first view costs a new visitor little", async ({ page, somebodyElse, mode }, info) => {
  test.skip(info.project.name !== "hidup hp", "the other modes are sent less");
  test.setTimeout(60_000);
  await open(page, mode, "/masuk?lanjut=/permohonan/baru/sku");
  await signInAsSomebodyNew(page, mode, "Siti Aminah");
  await page.getByLabel("Desa atau kelurahan Anda").selectOption({ label: "Tamansari (Kec. Licin)" });
  await page.getByRole("button", { name: "Mulai mengisi" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Identitas Anda");
  const known = await page.context().storageState();
  const form = new URL(page.url()).pathname;
  await open(page, mode, "/produk");
  const product = await page.getByRole("link", { name: "Sale pisang gulung" }).getAttribute("href");
  const views: [string, number][] = [
    [form, WINDOW],
    ["/", VIEW],
    ["/layanan/sku", VIEW],
    ["/d/tamansari-licin", VIEW],
    // A place in which no other journey sells: what photos weigh is their sellers' affair.
    ["/produk?kecamatan=kec-licin", VIEW],
    [product ?? "", VIEW],
  ];
  for (const [path, most] of views) {
    const fresh = await somebodyElse(known);
    const sent = await onTheWire(fresh);
    await fresh.goto(path);
    // The browser fetches the icon of the tab where the page does not see it: ask for it as it does.
    const icon = await fresh.locator('link[rel="icon"]').getAttribute("href");
    await fresh.evaluate((icon) => fetch(icon!).then((answer) => answer.blob()), icon);
    const below = await picturesBelow(fresh);
    const first = seenFirst(sent).filter(({ path }) => !below.includes(path));
    expect(total(first), `${path}\n${inWords(first)}`).toBeLessThanOrEqual(most);
  }
});

/** Pictures further down, which a browser fetches early and after all that is seen: how far ahead is its own choice. */
function picturesBelow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const below = [...document.images].filter((picture) => picture.loading === "lazy" && picture.getBoundingClientRect().top >= innerHeight);
    return below.map((picture) => new URL(picture.currentSrc || picture.src).pathname);
  });
}
