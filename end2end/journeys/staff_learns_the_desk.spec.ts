import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { deskOf } from "../support/office";

/** An officer and a phone for each way of running. */
const LEARNERS: Record<string, { name: string; kecamatan: string; phone: string }> = {
  "hidup hp": { name: "Wahyu Nurcahyo", kecamatan: "Glagah", phone: "081377700011" },
  "hidup pc": { name: "Rini Wulandari", kecamatan: "Licin", phone: "081377700012" },
  "hemat pc": { name: "Eko Purnomo", kecamatan: "Genteng", phone: "081377700013" },
  "mati hp": { name: "Sri Lestari", kecamatan: "Banyuwangi", phone: "081377700014" },
};

test("an officer does a task of the course in real work, and BPM reads how far the office is", async ({ mode, somebodyElse }, info) => {
  const { name, kecamatan, phone } = LEARNERS[info.project.name] ?? {};
  test.skip(!name, "one officer for each of four ways");
  test.setTimeout(90_000);
  const desk = await deskOf(somebodyElse, name!);
  await open(desk, mode, "/kantor/pelatihan");
  await desk.getByRole("link", { name: "Belajar memakai situs ini, untuk pegawai kantor" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Belajar memakai situs ini");
  await alive(desk, mode);
  await expect(desk.locator("main").getByRole("listitem")).toHaveCount(6);
  await expectWellBehaved(desk, mode);

  await desk.getByRole("link", { name: "Cetak slip masuk untuk warga" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Cetak slip kode masuk");
  await alive(desk, mode);
  await desk.getByLabel("Nomor HP warga").fill("12");
  await desk.getByRole("button", { name: "Buat slip" }).click();
  await expect(desk.getByRole("alert").first()).toBeVisible();
  await alive(desk, mode);
  await desk.getByLabel("Nomor HP warga").fill(phone!);
  await desk.getByRole("button", { name: "Buat slip" }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Slip kode masuk");
  await open(desk, mode, "/kantor/belajar");
  await expect(desk.getByRole("listitem").filter({ hasText: "Cetak slip masuk untuk warga" })).toContainText("Selesai");

  const bpm = await deskOf(somebodyElse, "Made Suparta", "/bpm/telaah");
  await open(bpm, mode, "/bpm/belajar");
  await expect(bpm.locator("main")).toContainText("Dari 217 kantor");
  await expect(bpm.locator("main").getByRole("row")).toHaveCount(218);
  await bpm.getByLabel("Kecamatan").selectOption({ label: kecamatan! });
  await bpm.getByRole("button", { name: "Tampilkan" }).click();
  await expect(bpm.getByRole("row").filter({ hasText: name! })).toContainText("dari 6");
  await alive(bpm, mode);
  await expectWellBehaved(bpm, mode);
});
