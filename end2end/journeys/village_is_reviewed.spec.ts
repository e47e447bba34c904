import type { Page } from "@playwright/test";
import { dayAhead, fillDay } from "../support/day";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { administratorsDesk, deskOf } from "../support/office";

type Mode = "hidup" | "hemat" | "mati";
type There = { name: string; slug: string; kecamatan: string; officer: string; head: string };

/** An office for each way of running: it answers in one campaign at a time. */
const OFFICES: Record<string, There> = {
  "hidup hp": { name: "Desa Kemiren", slug: "kemiren", kecamatan: "Glagah", officer: "Wahyu Nurcahyo", head: "Endang Suryani" },
  "hidup pc": { name: "Desa Tamansari", slug: "tamansari-licin", kecamatan: "Licin", officer: "Rini Wulandari", head: "Hadi Santoso" },
  "hemat pc": { name: "Desa Genteng Wetan", slug: "genteng-wetan", kecamatan: "Genteng", officer: "Eko Purnomo", head: "Bambang Irawan" },
  "mati hp": { name: "Kelurahan Sobo", slug: "sobo", kecamatan: "Banyuwangi", officer: "Sri Lestari", head: "Yuli Astuti" },
};

const REVIEWER = "Gede Artawan";

/** What the office says that it has: of the others its list asks for nothing. */
const MET = ["wifi", "toilet"];

/** A picture as often as it is wanted, each time in bytes that nobody has sent: bytes are compared, and looks. */
function photo(picture: Buffer) {
  return { name: "bukti.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([picture, Buffer.from(crypto.randomUUID())]) };
}

/** BPM opens a period for this one office. */
async function opensCampaign(admin: Page, mode: Mode, there: There, name: string) {
  await open(admin, mode, "/bpm/kampanye");
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Kampanye");
  await expectWellBehaved(admin, mode);
  await admin.getByLabel("Nama kampanye").fill(name);
  await admin.getByLabel("Kantor pilihan di bawah").check();
  await admin.getByRole("button", { name: "Buka kampanye" }).click();
  await expect(admin.getByRole("alert")).toContainText("hari terakhir mengisi");
  await expect(admin.getByLabel("Nama kampanye"), "what was typed stays").toHaveValue(name);
  await alive(admin, mode);
  await fillDay(admin, dayAhead(30));
  await admin.getByLabel("Versi butir").selectOption("2016-13");
  const group = admin.locator("details").filter({ hasText: `Kec. ${there.kecamatan}` });
  await group.getByText(`Kec. ${there.kecamatan}`, { exact: true }).click();
  await group.getByLabel(there.name, { exact: true }).check();
  await admin.getByRole("button", { name: "Buka kampanye" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toHaveText(name);
  await expectWellBehaved(admin, mode);
  return admin.url().split("?")[0];
}

/** An officer goes from item to item; the first of the met ones is forgotten its photo. */
async function answers(desk: Page, mode: Mode, picture: Buffer, name: string) {
  await open(desk, mode, "/kantor/kepatuhan");
  await expect(desk.locator("main")).toContainText(name);
  await expect(desk.getByRole("button", { name: "Ajukan ke pemeriksa" }), "the head hands in").toHaveCount(0);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name: /Wi-Fi/ }).first().click();
  for (let at = 1; at <= 13; at++) {
    await expect(desk.locator("main")).toContainText(`Butir ${at} dari 13`);
    await alive(desk, mode);
    if (at === 1) await expectWellBehaved(desk, mode);
    const met = MET.some((item) => desk.url().includes(`/${item}`));
    await desk.getByLabel(met ? /^2, / : /^0, /).check();
    await desk.getByRole("button", { name: "Simpan, buka butir berikutnya" }).click();
  }
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Kepatuhan");
  await sends(desk, mode, "toilet", picture);
}

async function sends(desk: Page, mode: Mode, item: string, picture: Buffer) {
  await open(desk, mode, `/kantor/kepatuhan/${item}`);
  const wanted = Number(/dari (\d+)/.exec(await desk.getByRole("heading", { name: /^Bukti foto/ }).innerText())?.[1] ?? 1);
  for (let number = 1; number <= wanted; number++) {
    await desk.getByLabel(/^Tidak ada wajah orang/).check();
    await desk.getByLabel("Foto", { exact: true }).setInputFiles(photo(picture));
    if (number === 1) {
      await desk.getByRole("button", { name: "Kirim foto" }).click();
      await expect(desk.getByRole("alert"), "nobody knows when it was taken").toContainText("lasan");
      await alive(desk, mode);
      await desk.getByLabel("Foto", { exact: true }).setInputFiles(photo(picture));
    }
    await desk.getByLabel(/^Alasan bila/).fill("Tanggal tidak tercatat di kamera kantor.");
    await desk.getByRole("button", { name: "Kirim foto" }).click();
    await expect(desk.getByRole("heading", { name: `Bukti foto: ${number} dari ${wanted}` })).toBeVisible();
    await alive(desk, mode);
  }
  await expectWellBehaved(desk, mode);
}

/** What the list of an item asks for beside its photos. */
async function sendsFile(desk: Page, mode: Mode, item: string) {
  await open(desk, mode, `/kantor/kepatuhan/${item}`);
  await desk.getByText("Tambah berkas").click();
  const pdf = Buffer.from(`%PDF-1.7 ${crypto.randomUUID()} %%EOF\n`);
  await desk.getByLabel("Berkas", { exact: true }).setInputFiles({ name: "uji.pdf", mimeType: "application/pdf", buffer: pdf });
  await desk.getByLabel("Keterangan berkas").fill("Uji kecepatan di HP");
  await desk.getByRole("button", { name: "Kirim berkas" }).click();
  await expect(desk.getByRole("link", { name: "Uji kecepatan di HP" })).toBeVisible();
  await alive(desk, mode);
}

async function handsIn(head: Page, mode: Mode) {
  await open(head, mode, "/kantor/kepatuhan");
  await head.getByRole("button", { name: "Ajukan ke pemeriksa" }).click();
}

/** Gives a verdict, which leads on to another page. */
async function settles(reviewer: Page, mode: Mode, verdict: string, reason = "") {
  const title = reviewer.getByRole("heading", { level: 2 }).first();
  const before = await title.innerText();
  await judges(reviewer, verdict, reason);
  await expect(title).not.toHaveText(before);
  await alive(reviewer, mode);
}

async function judges(reviewer: Page, verdict: string, reason = "") {
  await reviewer.getByLabel(verdict, { exact: false }).first().check();
  if (reason) await reviewer.getByLabel("Alasan untuk kantor").fill(reason);
  await reviewer.getByRole("button", { name: "Simpan, lanjut" }).click();
}

/** The office writes what it will do about the toilet; a form without a day is given back with what was typed. */
async function undertakes(desk: Page, mode: Mode) {
  await open(desk, mode, "/kantor/kepatuhan/toilet");
  await desk.getByLabel("Apa yang akan dilakukan").fill("Beli sabun dan ember.");
  await desk.getByLabel("Penanggung jawab").fill("Bu Contoh");
  await desk.getByLabel(/^Kode kegiatan/).fill("02.06.91");
  await desk.getByRole("button", { name: "Simpan rencana" }).click();
  await expect(desk.getByRole("alert")).toContainText("selesai paling lambat");
  await expect(desk.getByLabel("Penanggung jawab"), "what was typed stays").toHaveValue("Bu Contoh");
  await alive(desk, mode);
  await fillDay(desk, dayAhead(20));
  await desk.getByRole("button", { name: "Simpan rencana" }).click();
  await expect(desk.getByRole("status")).toContainText("Rencana perbaikan tersimpan");
  await expectWellBehaved(desk, mode);
  await open(desk, mode, "/kantor/kepatuhan");
  await expect(desk.locator("main")).toContainText("Bu Contoh");
  await expectWellBehaved(desk, mode);
}

/** In the next period what was accepted in the last one proves the same again, once somebody has looked. */
async function takesOver(desk: Page, mode: Mode, before: string) {
  await open(desk, mode, "/kantor/kepatuhan");
  await expect(desk.locator("main")).toContainText("bukti terisi oleh catatan aplikasi ini. 1 foto periode lalu dapat dipakai lagi");
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name: /Wi-Fi/ }).first().click();
  await expect(desk.getByRole("heading", { name: "Bukti periode lalu" })).toBeVisible();
  await alive(desk, mode);
  await desk.getByRole("button", { name: "Pakai lagi" }).click();
  await expect(desk.getByRole("alert"), "somebody has to look").toContainText("masih sama");
  await expectWellBehaved(desk, mode);
  await alive(desk, mode);
  await desk.getByLabel(/^Saya sudah melihatnya sendiri/).check();
  await desk.getByRole("button", { name: "Pakai lagi" }).click();
  await expect(desk.getByRole("status")).toContainText("dipakai lagi");
  await expect(desk.getByRole("heading", { name: "Bukti foto: 1 dari 1" })).toBeVisible();
  await expect(desk.locator("main")).toContainText(`Dari ${before}, dipakai lagi`);
  await expect(desk.getByRole("heading", { name: "Bukti periode lalu" }), "nothing is left to take").toHaveCount(0);
  await expectWellBehaved(desk, mode);
}

test("a village answers 13 items, a reviewer returns two, and everybody reads the class with its reasons", async ({ page, somebodyElse, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(!there, "one office for each of four ways");
  test.setTimeout(240_000);
  const name = `Semester ${info.project.name} ${Date.now() % 100_000}`;
  const [admin, reviewer] = [await administratorsDesk(somebodyElse), await deskOf(somebodyElse, REVIEWER, "/bpm/telaah")];
  const [desk, head] = [await deskOf(somebodyElse, there.officer), await deskOf(somebodyElse, there.head)];
  await open(page, mode, "/");
  const picture = await page.screenshot({ type: "jpeg" });

  const campaign = await opensCampaign(admin, mode, there, name);
  await answers(desk, mode, picture, name);

  // The head is told what is missing, and where.
  await handsIn(head, mode);
  await expect(head.getByRole("alert")).toContainText("Wi-Fi");
  await expectWellBehaved(head, mode);
  await sends(desk, mode, "wifi", picture);
  await handsIn(head, mode);
  await expect(head.getByRole("alert"), "a photo is no file").toContainText("berkas butir 1");
  await sendsFile(desk, mode, "wifi");
  await handsIn(head, mode);
  await expect(head.getByRole("status")).toContainText("iajukan");
  await expectWellBehaved(head, mode);

  // The reviewer finds the picture that stands at two items, and returns both of them.
  await open(reviewer, mode, "/bpm/telaah");
  await expectWellBehaved(reviewer, mode);
  await open(reviewer, mode, `/bpm/telaah/${there.slug}/toilet`);
  await expect(reviewer.getByText(/Mirip dengan foto/).first()).toBeVisible();
  await expectWellBehaved(reviewer, mode);
  await judges(reviewer, "Perlu bukti");
  await expect(reviewer.getByRole("alert"), "a return says why").toContainText("lasan");
  await alive(reviewer, mode);
  await settles(reviewer, mode, "Perlu bukti", "Sabun belum terlihat di foto.");
  for (let at = 0; at < 12; at++) {
    const unread = reviewer.url().includes("/wifi");
    await settles(reviewer, mode, unread ? "Perlu bukti" : "Tidak", unread ? "Nama jaringan belum terbaca." : "Memang belum ada.");
  }
  await expect(reviewer.getByRole("heading", { level: 1 })).toHaveText("Telaah");

  // The office mends what came back, and nothing else.
  await open(desk, mode, "/kantor/kepatuhan");
  await expect(desk.getByText("Perlu bukti", { exact: true })).toHaveCount(2);
  await desk.getByRole("link", { name: /^Perpustakaan mini/ }).click();
  await expect(desk.locator("main")).toContainText("Butir 2 dari 13");
  await expect(desk.getByRole("button", { name: "Simpan", exact: true }), "what is judged is closed").toHaveCount(0);
  await open(desk, mode, "/kantor/kepatuhan/wifi");
  await expect(desk.locator("main")).toContainText("Nama jaringan belum terbaca.");
  await desk.getByLabel("Catatan untuk pemeriksa").fill("Nama jaringan kini tertulis di pintu.");
  await desk.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(desk.getByRole("status")).toBeVisible();
  await open(desk, mode, "/kantor/kepatuhan/toilet");
  await expect(desk.locator("main")).toContainText("Sabun belum terlihat di foto.");
  await expectWellBehaved(desk, mode);
  await desk.getByLabel(/^1, /).check();
  await desk.getByRole("button", { name: "Simpan", exact: true }).click();
  await expect(desk.getByRole("status")).toBeVisible();
  await handsIn(head, mode);
  await expect(head.getByRole("status")).toContainText("iajukan");
  await open(reviewer, mode, `/bpm/telaah/${there.slug}/toilet`);
  await settles(reviewer, mode, "Sebagian", "Sabun belum ada.");
  await expect(reviewer.getByText("Nama jaringan kini tertulis di pintu.")).toBeVisible();
  await settles(reviewer, mode, "Terpenuhi");

  // Locked, published, read.
  await open(admin, mode, campaign);
  await admin.getByRole("button", { name: /^Kunci/ }).click();
  await expect(admin.getByRole("status")).toContainText("Kampanye terkunci");
  await alive(admin, mode);
  await admin.getByRole("button", { name: /^Terbitkan/ }).click();
  await expect(admin.getByRole("status")).toContainText("Hasil terbit");
  await open(page, mode, `/kepatuhan/${there.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Kepatuhan ${there.name}`);
  await expect(page.locator("main")).toContainText("3 dari 26, nilai 11,53");
  await expect(page.locator("main")).toContainText("Sabun belum ada.");
  await expectWellBehaved(page, mode);
  await undertakes(desk, mode);
  await open(page, mode, `/kepatuhan/${there.slug}`);
  await expect(page.locator("main")).toContainText("Rencana kantor: “Beli sabun dan ember.”");
  await expect(page.locator("main"), "who sees to it is nobody's business").not.toContainText("Bu Contoh");
  if (mode === "hidup") {
    const late = () => [...document.images].filter((photo) => !photo.naturalWidth).length;
    await page.evaluate(`window.print = () => (document.title = "without " + (${late})() + " photos")`);
    await page.getByRole("button", { name: "Cetak" }).click();
    await expect(page, "printed is the whole page").toHaveTitle("without 0 photos");
  }
  await expectWellBehaved(page, mode);

  // Most offices were not judged, and stand behind one line.
  await open(page, mode, "/kepatuhan");
  await expect(page.getByText(/^\d+ desa dan kelurahan belum dinilai\.$/)).toBeVisible();
  await expectWellBehaved(page, mode);
  await page.getByRole("link", { name: "Tampilkan juga" }).click();
  await expect(page.getByRole("link", { name: "Sembunyikan" })).toBeVisible();
  await expectWellBehaved(page, mode);
  await open(page, mode, `/d/${there.slug}`);
  await page.getByRole("link", { name: /^Kepatuhan Smart Kampung: Kurang/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Kepatuhan ${there.name}`);

  await opensCampaign(admin, mode, there, `${name} lagi`);
  await takesOver(desk, mode, name);
});
