import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";

/** A library for each way of running. */
const LIBRARIANS: Record<string, string> = {
  "hidup hp": "Wahyu Nurcahyo",
  "hidup pc": "Rini Wulandari",
  "hemat pc": "Eko Purnomo",
  "mati hp": "Sri Lestari",
};

/** A book without a number, entered by this library, which so shows its cover. */
async function enters(desk: Page, mode: Mode, name: string) {
  await open(desk, mode, "/kantor/pustaka/buku/baru?tanpa=ya");
  await desk.getByLabel("Judul", { exact: true }).fill(name);
  await desk.getByLabel("Anak", { exact: true }).check();
  await desk.getByLabel("Kelas", { exact: true }).selectOption({ label: "Cerita anak" });
  await desk.getByLabel("Jumlah eksemplar").fill("1");
  await desk.getByRole("button", { name: "Simpan buku" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(desk, mode);
}

async function shows(desk: Page, mode: Mode, sentence: string) {
  await expect(desk.getByRole("status").filter({ hasText: sentence })).toBeVisible();
  await alive(desk, mode);
}

test("a librarian shows a book by its cover and gives it to read, and everybody finds both", async ({ page, mode, somebodyElse }, info) => {
  const librarian = LIBRARIANS[info.project.name];
  test.skip(!librarian, "one library for each of four ways");
  test.setTimeout(120_000);
  const name = `Cerita Sampul ${info.project.name} ${Date.now()}`;
  const desk = await deskOf(somebodyElse, librarian!);
  await enters(desk, mode, name);
  const id = desk.url().split("/").pop()!.split("?")[0];
  await desk.getByRole("button", { name: "Kirim foto sampul" }).click();
  await expect(desk.getByRole("alert").first(), "no photo was chosen").toBeVisible();
  await alive(desk, mode);
  const picture = await page.screenshot({ type: "jpeg" });
  await desk.getByLabel("Foto sampul").setInputFiles({ name: "sampul.jpg", mimeType: "image/jpeg", buffer: picture });
  await desk.getByRole("button", { name: "Kirim foto sampul" }).click();
  await shows(desk, mode, "Foto sampul tersimpan");
  await expectWellBehaved(desk, mode);

  const pdf = Buffer.from("%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n");
  await desk.getByLabel("Berkas PDF").setInputFiles({ name: "buku.pdf", mimeType: "application/pdf", buffer: pdf });
  await desk.getByLabel("Sumber").fill("Badan Bahasa");
  await desk.getByRole("button", { name: "Kirim berkas", exact: true }).click();
  await expect(desk.getByRole("alert").first(), "no licence was chosen").toBeVisible();
  await alive(desk, mode);
  await expect(desk.getByLabel("Sumber"), "what was typed stays").toHaveValue("Badan Bahasa");
  await desk.getByLabel("Berkas PDF").setInputFiles({ name: "buku.pdf", mimeType: "application/pdf", buffer: pdf });
  await desk.getByLabel("Lisensi").selectOption({ label: "CC BY-SA 4.0" });
  await desk.getByRole("button", { name: "Kirim berkas", exact: true }).click();
  await shows(desk, mode, "Berkas tersimpan");
  await expectWellBehaved(desk, mode);

  await open(page, mode, `/pustaka/${id}`);
  await expect(page.locator("main picture img")).toBeVisible();
  await expect(page.locator("main")).toContainText("CC BY-SA 4.0. Sumber: Badan Bahasa");
  await expectWellBehaved(page, mode);
  const link = page.getByRole("link", { name: /^Buka PDF/ });
  const address = await link.getAttribute("href");
  const answer = await page.request.get(address!);
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  expect((await answer.body()).equals(pdf), "the same bytes").toBe(true);

  await open(desk, mode, `/kantor/pustaka/buku/${id}`);
  await expect(desk.getByRole("link", { name: /^PDF, / }), "a file, not a page").toHaveAttribute("rel", "external");
  await desk.getByRole("listitem").filter({ hasText: "CC BY-SA 4.0" }).getByRole("button", { name: "Hapus" }).click();
  await shows(desk, mode, "Berkas dihapus.");
  expect((await page.request.get(address!)).status(), "nobody reads it any more").toBe(404);
});
