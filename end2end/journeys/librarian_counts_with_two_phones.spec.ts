import type { Page } from "@playwright/test";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";

/**
 * A library for each way of running: one stock-taking is open at a time. In none of them anybody
 * lends at that moment, for a loan counts as seen.
 */
const LIBRARIANS: Record<string, string> = {
  "hidup hp": "Rini Wulandari",
  "hidup pc": "Eko Purnomo",
  "hemat pc": "Sri Lestari",
  "mati hp": "Wahyu Nurcahyo",
};

const COUNT = "/kantor/pustaka/hitung";

/** A title with three copies; their labels. */
async function enters(desk: Page, mode: Mode, name: string): Promise<string[]> {
  await open(desk, mode, "/kantor/pustaka/buku/baru?tanpa=ya");
  await desk.getByLabel("Judul", { exact: true }).fill(name);
  await desk.getByLabel("Anak", { exact: true }).check();
  await desk.getByLabel("Kelas", { exact: true }).selectOption({ label: "Cerita anak" });
  await desk.getByLabel("Jumlah eksemplar").fill("3");
  await desk.getByRole("button", { name: "Simpan buku" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText(name);
  await alive(desk, mode);
  const labels = await desk.getByRole("link", { name: /^\d{6}-B\d+$/ }).allInnerTexts();
  expect(labels).toHaveLength(3);
  return labels.map((label) => label.trim());
}

async function reads(phone: Page, mode: Mode, label: string, sentence: string) {
  const field = phone.getByLabel("Kode buku");
  await expect(field, "the scanner types where the field is").toBeFocused();
  await field.fill(label);
  await phone.getByRole("button", { name: "Hitung", exact: true }).click();
  await expect(phone.getByText(sentence)).toBeVisible();
  await alive(phone, mode);
}

const seen = async (phone: Page) => Number((await phone.getByText(/^[\d.]+ dari [\d.]+$/).innerText()).split(" dari ")[0].replace(".", ""));

test("a library is counted on two phones at once", async ({ somebodyElse, mode }, info) => {
  const librarian = LIBRARIANS[info.project.name];
  test.skip(!librarian, "one library for each of four ways");
  test.setTimeout(180_000);
  const first = await deskOf(somebodyElse, librarian);
  const second = await deskOf(somebodyElse, librarian);
  const name = `Hitung ${Date.now() % 100_000}`;
  const [one, two, three] = await enters(first, mode, name);

  await open(first, mode, COUNT);
  await expectWellBehaved(first, mode);
  await first.getByRole("button", { name: "Mulai menghitung" }).click();
  await expect(first.getByText(/^0 dari /)).toBeVisible();
  await alive(first, mode);
  await expectWellBehaved(first, mode);

  // Both read labels; the middle one on both phones.
  await open(first, mode, COUNT);
  await open(second, mode, COUNT);
  await reads(first, mode, one, `${one} terhitung: ${name}.`);
  await reads(second, mode, two, `${two} terhitung: ${name}.`);
  await reads(first, mode, two.split("-")[1].toLowerCase(), `${two} sudah terhitung sebelumnya`);
  expect(await seen(first)).toBe(2);
  await reads(first, mode, "ZZ-1", "Kode ZZ-1 sudah dicatat");
  await reads(second, mode, "082002-B7", "Kode 082002-B7 sudah dicatat");
  await expect(second.getByText("Kode yang tidak dikenal")).toBeVisible();
  await expectWellBehaved(second, mode);
  await second.getByRole("button", { name: "Hitung", exact: true }).click();
  await expect(second.getByRole("alert"), "an empty field").toBeVisible();
  await alive(second, mode);

  // The rest from the list of shelves, but for one copy that is nowhere.
  await open(second, mode, `${COUNT}?daftar=ya`);
  await expectWellBehaved(second, mode);
  await expect(second.getByLabel(new RegExp(`, ${one}`)), "it was seen").toHaveCount(0);
  const ticks = await second.getByRole("checkbox").all();
  for (const tick of ticks) await tick.check();
  await second.getByLabel(new RegExp(`, ${three}`)).uncheck();
  await second.getByRole("button", { name: "Hitung yang dicentang" }).click();
  await expect(second.getByText(/eksemplar terhitung/)).toBeVisible();
  await alive(second, mode);

  await open(first, mode, COUNT);
  await first.getByText("Selesai menghitung").click();
  await first.getByRole("button", { name: "Selesai", exact: true }).click();
  await expect(first.getByRole("heading", { level: 1 })).toHaveText("Hasil penghitungan");
  await alive(first, mode);
  await expect(first.getByRole("link", { name: new RegExp(three) })).toBeVisible();
  await expectWellBehaved(first, mode);
  await first.getByText("Catat satu yang hilang").click();
  await first.getByRole("button", { name: "Catat hilang" }).click();
  await expect(first.getByRole("alert").first(), "which one, and why").toBeVisible();
  await alive(first, mode);
  const choice = first.getByLabel("Eksemplar", { exact: true });
  await choice.selectOption({ label: await choice.locator("option", { hasText: three }).innerText() });
  await first.getByLabel("Alasan").fill("Tidak ada di rak mana pun.");
  await first.getByRole("button", { name: "Catat hilang" }).click();
  await expect(first.getByRole("link", { name: new RegExp(three) })).toHaveCount(0);
  await alive(first, mode);

  // The other phone learns that it is over.
  await open(second, mode, COUNT);
  await expect(second.getByRole("button", { name: "Mulai menghitung" })).toBeVisible();
  await expect(second.getByText("Penghitungan sebelumnya")).toBeVisible();
});
