import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

/** A library for each way of running. */
const LIBRARIANS: Record<string, string> = {
  "hidup hp": "Wahyu Nurcahyo",
  "hidup pc": "Rini Wulandari",
  "hemat pc": "Eko Purnomo",
  "mati hp": "Sri Lestari",
};

const HEADS = "title;author;publish_year;age;classification";

test("a librarian brings in twenty books of which two are wrong", async ({ somebodyElse, mode }, info) => {
  const librarian = LIBRARIANS[info.project.name];
  test.skip(!librarian, "one library for each of four ways");
  test.setTimeout(180_000);
  const desk = await deskOf(somebodyElse, librarian);
  const mark = Date.now() % 1_000_000;
  const row = (at: number, age: string) => `Buku berkas ${mark} ${at};Dewi Larasati;2024;${age};813.6`;
  const file = (wrong: [string, string]) => {
    const rows = Array.from({ length: 20 }, (_, at) => row(at + 1, at === 6 ? wrong[0] : at === 11 ? wrong[1] : "Anak"));
    return { name: "buku.csv", mimeType: "text/csv", buffer: Buffer.from([HEADS, ...rows].join("\n")) };
  };

  await open(desk, mode, "/kantor/pustaka/buku");
  await desk.getByRole("link", { name: "Impor dan ekspor" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Impor buku");
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(desk.getByRole("alert").first(), "no file").toContainText("Tambahkan berkas");
  await alive(desk, mode);

  await desk.getByLabel("Berkas").setInputFiles(file(["bayi", ""]));
  await desk.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(desk.getByText("2 baris perlu diperbaiki")).toBeVisible();
  await alive(desk, mode);
  await expect(desk.getByText("Baris 8, Sasaran usia")).toBeVisible();
  await expect(desk.getByRole("button", { name: /^Tulis/ }), "nothing can be written").toHaveCount(0);
  await expect(desk.getByRole("link", { name: "Unduh berkas yang perlu diperbaiki" })).toHaveAttribute("href", /perbaikan\.csv$/);
  await expectWellBehaved(desk, mode);

  await desk.getByLabel("Berkas").setInputFiles(file(["Dewasa", "Semua umur"]));
  await desk.getByRole("button", { name: "Periksa berkas" }).click();
  await expect(desk.getByText("Semua baris benar")).toBeVisible();
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("button", { name: "Tulis 20 eksemplar" }).click();
  await expect(desk.getByText("20 eksemplar baru tercatat.")).toBeVisible();
  await alive(desk, mode);
  await open(desk, mode, `/kantor/pustaka/buku?cari=${mark}`);
  await expect(desk.getByRole("link", { name: `Buku berkas ${mark}` }).first()).toBeVisible();
});
