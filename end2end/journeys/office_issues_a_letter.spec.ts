import { dayAhead, fillDay, thisMonth } from "../support/day";
import { alive, expect, expectWellBehaved, open, test } from "../support/journey";
import { tabTo } from "../support/keyboard";
import { codeOnPaper, dropsPdf } from "../support/paper";
import { deskOf, issues, opensCase, passesOn } from "../support/office";
import { comesInAsOfficer, officer, returnsAsOfficer } from "../support/people";
import { appliesForSku, arrives, movesAlone, movesHouse, repairsPhoto, sendsArrival, thinksBetter } from "../support/resident";
import { ways } from "../ways";

/** An office for each way of running: a letterhead is filled in once, and a code counts once. */
type There = { office: string; officer: string; colleague?: string; head: string; nip?: string; moves?: { to: string; taker: string; camat: string } };

const OFFICES: Record<string, There> = {
  "hidup hp": { office: "Kemiren (Kec. Glagah)", officer: "Wahyu Nurcahyo", head: "Endang Suryani" },
  "hidup pc": {
    office: "Tamansari (Kec. Licin)",
    officer: "Rini Wulandari",
    colleague: "Joko Prasetyo",
    head: "Hadi Santoso",
    moves: { to: "Genteng Wetan (Kec. Genteng)", taker: "Eko Purnomo", camat: "Agus Setiawan" },
  },
  "hemat pc": {
    office: "Genteng Wetan (Kec. Genteng)",
    officer: "Eko Purnomo",
    head: "Bambang Irawan",
    moves: { to: "Tamansari (Kec. Licin)", taker: "Joko Prasetyo", camat: "Agus Setiawan" },
  },
  "mati hp": {
    office: "Sobo (Kec. Banyuwangi)",
    officer: "Sri Lestari",
    colleague: "Adi Nugroho",
    head: "Yuli Astuti",
    nip: "197804122003121004",
    moves: { to: "Genteng Wetan (Kec. Genteng)", taker: "Dewi Anggraini", camat: "Nurul Hidayati" },
  },
};

// The letterhead is filled in by the first.
test.describe.configure({ mode: "serial" });

test("a letter goes from the phone to the signature, and a clerk checks it", async ({ page, somebodyElse, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(!there, "one office for each of four ways");
  test.setTimeout(180_000);
  const [head, desk, clerk] = [await somebodyElse(), await somebodyElse(), await somebodyElse()];

  // The head is told what is missing, and fills it in.
  await comesInAsOfficer(head, officer(there.head), "/kantor");
  await open(head, mode, "/kantor");
  await expect(head.getByText("Kop surat belum lengkap")).toBeVisible();
  await expectWellBehaved(head, mode);
  await head.getByRole("link", { name: "Lengkapi di Pengaturan" }).click();
  await expect(head.getByRole("heading", { level: 1 })).toHaveText("Pengaturan kantor");
  await expectWellBehaved(head, mode);
  await head.getByLabel("Pola nomor").fill("{kode}/{tahun}");
  await head.getByLabel("Alamat kantor").fill("Jl. Raya 1, 68454");
  await head.getByRole("button", { name: "Simpan pengaturan" }).click();
  await expect(head.getByRole("alert")).toContainText("{urut}");
  await expect(head.getByLabel("Alamat kantor"), "what was typed stays").toHaveValue("Jl. Raya 1, 68454");
  await head.getByLabel("Pola nomor").fill("{kode}/{urut:3}/{unit}/{tahun}");
  await head.getByLabel("Nama", { exact: true }).first().fill(there.head.toUpperCase());
  if (there.nip) {
    await head.getByLabel("Pangkat", { exact: true }).first().fill("Penata (III/c)");
    await head.getByLabel("NIP", { exact: true }).first().fill(there.nip);
  }
  await head.getByRole("button", { name: "Simpan pengaturan" }).click();
  await expect(head.getByRole("status")).toContainText("Pengaturan tersimpan");
  await expect(head.getByText("Kop surat belum lengkap")).toHaveCount(0);

  const number = await appliesForSku(page, mode, there.office);

  // An officer takes the case, looks at it, and verifies it.
  await returnsAsOfficer(desk, there.officer, "/kantor/permohonan");
  await open(desk, mode, `/kantor/permohonan?cari=${number}`);
  await expectWellBehaved(desk, mode);
  await desk.getByRole("link", { name: number }).click();
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Surat Keterangan Usaha");
  await expect(desk.locator("main"), "nothing of the answers before it is claimed").not.toContainText("Siti Aminah");
  const colleague = there.colleague ? await deskOf(somebodyElse, there.colleague) : undefined;
  if (colleague) await opensCase(colleague, mode, number);
  await desk.getByRole("button", { name: "Ambil permohonan ini" }).click();
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  // A colleague had it before the eyes as well: whoever is slower reads who has it.
  if (colleague) {
    await colleague.getByRole("button", { name: "Ambil permohonan ini" }).click();
    await expect(colleague.getByRole("status")).toContainText(`Dipegang ${there.officer} sampai`);
    await alive(colleague, mode);
    await expectWellBehaved(colleague, mode);
    await colleague.context().close();
  }
  await expect(desk.getByText("**** **** **** 0001").first()).toBeVisible();
  await expect(desk.getByLabel("Isi surat")).toContainText("Konsep untuk diperiksa");
  await expectWellBehaved(desk, mode);

  // One photo goes back with a reason; only it can be sent again, and the clock stands still.
  const back = desk.locator("#kembalikan details").filter({ hasText: "Foto KTP" });
  await back.locator("summary").click();
  await back.getByLabel("Catatan untuk pemohon").fill("Foto ulang di tempat terang.");
  await desk.getByRole("button", { name: "Kembalikan ke pemohon" }).click();
  await expect(desk.getByRole("alert"), "a note asks for its reason").toContainText("Pilih alasan.");
  await alive(desk, mode);
  await expect(back.getByLabel("Catatan untuk pemohon"), "what was typed stays").toHaveValue("Foto ulang di tempat terang.");
  await expectWellBehaved(desk, mode);
  await back.getByLabel("Alasan", { exact: true }).selectOption({ index: 1 });
  await desk.getByRole("button", { name: "Kembalikan ke pemohon" }).click();
  await expect(desk.getByRole("status")).toContainText("Sudah dikembalikan");
  await page.reload();
  await alive(page, mode);
  await expect(page.locator("main")).toContainText("Foto ulang di tempat terang.");
  await expect(page.locator("main")).toContainText("Waktu berhenti: menunggu Anda");
  await expect(page.locator("main"), "nothing else is open").not.toContainText("Foto Kartu Keluarga");
  await expectWellBehaved(page, mode);
  await repairsPhoto(page, mode, "Foto KTP");
  await open(desk, mode, `/kantor/permohonan?cari=${number}`);
  await desk.getByRole("link", { name: number }).click();
  await desk.getByRole("button", { name: "Ambil permohonan ini" }).click();
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  await desk.getByRole("button", { name: "Verifikasi" }).click();
  await expect(desk.getByRole("alert"), "an unticked check is a problem").toBeVisible();
  for (const check of ["Nama dan NIK sesuai KTP dan KK", "Alamat sesuai KK", "Berkas lengkap dan terbaca"]) await desk.getByLabel(check).check();
  await desk.getByLabel("Foto KTP dibandingkan dengan KK").check();
  await desk.getByRole("button", { name: "Verifikasi" }).click();
  await expect(desk.getByRole("status")).toContainText("Terverifikasi");

  // The head reads it in full and signs.
  await open(head, mode, "/kantor/tanda-tangan");
  await expect(head.getByLabel("Isi surat")).toContainText("3510 1645 0690 0001");
  await expectWellBehaved(head, mode);
  await head.getByRole("button", { name: "Setuju, lanjut" }).click();
  await expect(head.getByText("Tandatangani 1 surat?")).toBeVisible();
  await expectWellBehaved(head, mode);
  await head.getByRole("button", { name: "Tandatangani 1 surat" }).click();
  await expect(head.getByRole("status")).toContainText("1 surat sudah ditandatangani");
  await open(head, mode, "/kantor/register");
  await expect(head.getByRole("row").filter({ hasText: "SITI AMINAH" })).toContainText("Terbit");
  await expectWellBehaved(head, mode);

  // The letter is on the phone a moment later.
  const download = page.getByRole("link", { name: /Unduh surat/ });
  await expect(async () => {
    await page.reload();
    await expect(download).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  const paper = await (await page.request.get((await download.getAttribute("href")) ?? "")).body();
  expect(paper.subarray(0, 8).toString()).toBe("%PDF-1.7");

  // A clerk checks it by its code, and by the file.
  const code = codeOnPaper(paper);
  await open(clerk, mode, "/v");
  await clerk.getByLabel("Kode surat").fill(code);
  await clerk.getByRole("button", { name: "Periksa surat" }).click();
  await expect(clerk.getByText("Sah", { exact: true })).toBeVisible();
  await expect(clerk.locator("main")).toContainText("S*** A*****");
  await expect(clerk.locator("main")).not.toContainText("Siti");
  await expectWellBehaved(clerk, mode);
  if (mode === "hidup") {
    await alive(clerk, mode);
    await dropsPdf(clerk, paper, "Berkas cocok");
    const changed = Buffer.from(paper);
    changed[changed.length - 10] ^= 1;
    await dropsPdf(clerk, changed, "Berkas berbeda");
    const choose = clerk.locator('input[type="file"]');
    await choose.setInputFiles({ name: "surat.pdf", mimeType: "application/pdf", buffer: paper });
    await expect(clerk.getByRole("status")).toContainText("Berkas cocok");
  } else {
    await expect(clerk.locator('input[type="file"]'), "nothing that would do nothing").toHaveCount(0);
  }

  // A code that differs from it in one letter is a code of nobody.
  await open(clerk, mode, `/v/${code.replaceAll(" ", "").replace(/.$/, (last) => (last === "0" ? "4" : "0"))}`);
  await expect(clerk.getByText("Tidak dikenal", { exact: true })).toBeVisible();
  await expect(clerk.locator("main")).not.toContainText(there.office.split(" (")[0]);

  // Revoked, everybody learns it.
  await head.goto(`/kantor/permohonan?cari=${number}`);
  await head.getByRole("link", { name: number }).click();
  await head.locator("summary").filter({ hasText: "Cabut surat" }).click();
  await head.getByLabel("Alasan", { exact: true }).selectOption({ label: "Isi surat salah tulis" });
  await head.getByLabel("Penjelasan dalam kalimat").fill("Alamat usaha salah tulis. Ajukan lagi.");
  await head.getByRole("button", { name: "Cabut surat" }).click();
  await expect(head.getByRole("status")).toContainText("Surat sudah dicabut");
  await open(clerk, mode, `/V/${code.replaceAll(" ", "")}`);
  await expect(clerk.getByText("Dicabut", { exact: true }).first()).toBeVisible();
  await expect(clerk.locator("main")).toContainText("Isi surat salah tulis.");
  await expectWellBehaved(clerk, mode);
});

test("a moving letter goes on to Dukcapil with its form, and nobody goes to the kecamatan", async ({ page, somebodyElse, browser, ears, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(!there?.moves, "one office for each mode");
  test.setTimeout(300_000);
  const { to, taker, camat: camatName } = there.moves!;
  const village = to.split(" (")[0];
  const [head, desk] = [await somebodyElse(), await somebodyElse()];
  const number = await movesHouse(page, mode, there.office, to, async () => {});

  await returnsAsOfficer(desk, there.officer, "/kantor/permohonan");
  await open(desk, mode, `/kantor/permohonan?cari=${number}`);
  await desk.getByRole("link", { name: number }).click();
  await desk.getByRole("button", { name: "Ambil permohonan ini" }).click();
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  await expect(desk.getByLabel("Isi surat")).toContainText("Muhammad Rizki".toUpperCase());
  await expect(desk.getByLabel("Isi surat"), "numbers are masked").not.toContainText("3510 2408 0812 0003");
  await expectWellBehaved(desk, mode);
  for (const check of ["Nama dan NIK sesuai KTP dan KK", "Alamat sesuai KK", "Berkas lengkap dan terbaca"]) await desk.getByLabel(check).check();
  await desk.getByLabel("Foto KTP dibandingkan dengan KK").check();
  await desk.getByRole("button", { name: "Verifikasi" }).click();
  await expect(desk.getByRole("status")).toContainText("Terverifikasi");

  await comesInAsOfficer(head, officer(there.head), "/kantor/tanda-tangan");
  await open(head, mode, "/kantor/tanda-tangan");
  await expect(head.getByLabel("Isi surat")).toContainText("tanpa Surat Keterangan Pindah WNI");
  await head.getByRole("button", { name: "Setuju, lanjut" }).click();
  const signedIn = thisMonth();
  await head.getByRole("button", { name: "Tandatangani 1 surat" }).click();
  await expect(head.getByRole("status")).toContainText("1 surat sudah ditandatangani");

  // Both papers are on the phone a moment later.
  const form = page.getByRole("link", { name: /Formulir F-1\.03/ });
  await expect(async () => {
    await page.reload();
    await expect(form).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expectWellBehaved(page, mode);
  for (const link of [form, page.getByRole("link", { name: /Unduh surat/ })]) {
    const paper = await (await page.request.get((await link.getAttribute("href")) ?? "")).body();
    expect(paper.subarray(0, 8).toString()).toBe("%PDF-1.7");
  }

  // The other office has it at the same moment; it takes them in, or says why not.
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText(`Menunggu Desa ${village}`, { timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  const other = await somebodyElse();
  await returnsAsOfficer(other, taker, "/kantor/pindah-masuk");
  await open(other, mode, "/kantor/pindah-masuk");
  await expectWellBehaved(other, mode);
  await expect(other.locator("main"), "a name in full is no line of a list").not.toContainText("Siti Aminah");
  await other.getByRole("row").filter({ hasText: there.office.split(" (")[0] }).getByRole("link").click();
  await expect(other.locator("main")).toContainText("Muhammad Rizki");
  await alive(other, mode);
  await expectWellBehaved(other, mode);
  if (mode !== "mati") {
    await other.getByRole("button", { name: "Terima kepindahan" }).click();
    await expect(other.getByRole("status")).toContainText("Kepindahan diterima");
  } else {
    await other.locator("summary").filter({ hasText: "Tolak kepindahan" }).click();
    await other.getByRole("button", { name: "Tolak kepindahan" }).click();
    await expect(other.getByRole("alert")).toBeVisible();
    await other.getByLabel("Alasan", { exact: true }).selectOption({ index: 1 });
    await other.getByLabel("Penjelasan dalam kalimat").fill("Nomor rumah itu tidak ada. Tanyakan lagi.");
    await other.getByRole("button", { name: "Tolak kepindahan" }).click();
    await expect(other.getByRole("status")).toContainText("Kepindahan ditolak");
  }
  const answer = mode !== "mati" ? /menerima kepindahan/ : /Nomor rumah itu tidak ada/;
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText(answer, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await alive(page, mode);
  await expectWellBehaved(page, mode);

  // The camat is told at the same moment, and by no name: in the month in which it was signed, which may have ended since.
  const camat = await somebodyElse();
  await returnsAsOfficer(camat, camatName, "/kecamatan");
  await open(camat, mode, `/kecamatan?bulan=${signedIn}`);
  const notice = camat.getByRole("row").filter({ hasText: new RegExp(`${there.office.split(" (")[0]}.*${village}`) });
  await expect(notice).toContainText("Terbit");
  await expect(camat.locator("main"), "nobody is named").not.toContainText(/Siti|Rizki/i);
  await expectWellBehaved(camat, mode);

  // The office passes them on; without the number of Dukcapil's book that is not recorded.
  await open(desk, mode, `/kantor/permohonan?cari=${number}`);
  await desk.getByRole("link", { name: number }).click();
  await expect(desk.getByRole("button", { name: "Catat: surat sudah diserahkan" }), "before the papers have gone on").toHaveCount(0);
  await desk.getByRole("button", { name: "Catat: diteruskan ke Dukcapil" }).click();
  await expect(desk.getByRole("alert")).toContainText("Isi nomor agenda Dukcapil.");
  await desk.getByLabel("Nomor agenda Dukcapil").fill("471/1203/2026");
  await desk.getByRole("button", { name: "Catat: diteruskan ke Dukcapil" }).click();
  await expect(desk.getByRole("status")).toContainText("iteruskan");
  await page.reload();
  await alive(page, mode);
  await expect(page.locator("main")).toContainText("471/1203/2026");
  await expectWellBehaved(page, mode);

  // Who was taken in applies for the letter of arrival there, whatever their phone can do.
  if (mode !== "hidup") return;
  const [own, { cookies }] = [page.url(), await page.context().storageState()];
  for (const way of ways.filter((way) => `${way.mode} ${way.size}` !== info.project.name)) {
    const context = await browser.newContext({
      ...info.project.use,
      ...way.use,
      storageState: { cookies: [...cookies, ...way.cookies], origins: [] },
      baseURL: process.env.KAMPUNG_URL,
    });
    ears.listenTo(context);
    const elsewhere = await context.newPage();
    await open(elsewhere, way.mode, own);
    await arrives(elsewhere, way.mode, () => expectWellBehaved(elsewhere, way.mode));
    await thinksBetter(elsewhere, way.mode);
    await context.close();
  }
  await arrives(page, mode, () => expectWellBehaved(page, mode));
  await sendsArrival(page, mode, () => expectWellBehaved(page, mode));
  await expectWellBehaved(page, mode);
});

test("a move to Surabaya ends with the paper that Dukcapil issues", async ({ page, somebodyElse, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(!there, "one office for each of four ways");
  test.setTimeout(180_000);
  const to = { province: "Jawa Timur", regency: "Kota Surabaya", kecamatan: "Gubeng", village: "Airlangga" };
  const number = await movesAlone(page, mode, there.office, to, "Antarkabupaten atau kota dalam satu provinsi");
  const [desk, head] = [await deskOf(somebodyElse, there.officer), await deskOf(somebodyElse, there.head)];
  await issues(desk, head, there.head, mode, number);
  await page.reload();
  await alive(page, mode);
  await expect(page.locator("main")).toContainText("Kantor meneruskan berkas ke Dukcapil");
  await expectWellBehaved(page, mode);
  await open(desk, mode, "/kantor/permohonan?daftar=teruskan");
  await expect(desk.getByRole("link", { name: number })).toBeVisible();
  await passesOn(desk, mode, number);
  await page.reload();
  await alive(page, mode);
  await expect(page.locator("main")).toContainText("Waktu janji berhenti: menunggu Dukcapil");
  await expectWellBehaved(page, mode);

  // What is typed stays when the file is missing.
  const today = dayAhead(0);
  const note = async () => desk.getByRole("button", { name: "Catat SKPWNI" }).click();
  await desk.getByLabel("Nomor SKPWNI").fill("SKPWNI/3510/27112026/0012");
  await fillDay(desk, today, 1);
  await note();
  await expect(desk.getByRole("alert")).toBeVisible();
  await alive(desk, mode);
  await expect(desk.getByLabel("Nomor SKPWNI")).toHaveValue("SKPWNI/3510/27112026/0012");
  await expectWellBehaved(desk, mode);
  await desk.getByLabel("Tahun").fill(String(today.year));
  await desk.getByLabel("Berkas SKPWNI").setInputFiles({ name: "skpwni.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) });
  await note();
  await expect(desk.getByRole("status")).toContainText("SKPWNI tercatat");
  await alive(desk, mode);
  await expectWellBehaved(desk, mode);

  await page.reload();
  await alive(page, mode);
  await expect(page.locator("main")).toContainText("SKPWNI/3510/27112026/0012");
  await expectWellBehaved(page, mode);
  const link = page.getByRole("link", { name: "Unduh SKPWNI" });
  const paper = await (await page.request.get((await link.getAttribute("href")) ?? "")).body();
  expect([...paper.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});

test("a move inside the village goes to Dukcapil alone, and the office finishes it", async ({ page, somebodyElse, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(!there, "one office for each of four ways");
  test.setTimeout(180_000);
  const number = await movesAlone(page, mode, there.office, { village: there.office }, "Dalam satu desa atau kelurahan");
  const [desk, head] = [await deskOf(somebodyElse, there.officer), await deskOf(somebodyElse, there.head)];
  await issues(desk, head, there.head, mode, number);
  await passesOn(desk, mode, number);
  await expect(desk.getByLabel("Nomor SKPWNI"), "no such paper inside the regency").toHaveCount(0);
  await expect(desk.locator("main"), "no office is to take them in").not.toContainText("kantor tujuan");
  await expectWellBehaved(desk, mode);
  await desk.getByRole("button", { name: "Catat: sudah selesai di Dukcapil" }).click();
  await expect(desk.getByRole("status")).toContainText("permohonan ini selesai");
  await page.reload();
  await alive(page, mode);
  await expect(page.locator("main")).toContainText("Selesai");
  await expectWellBehaved(page, mode);
});

test("a move to a village that takes no part is sent to nobody, and all are told", async ({ page, somebodyElse, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(!["hidup hp", "mati hp"].includes(info.project.name), "two ways are enough");
  test.setTimeout(180_000);
  const number = await movesAlone(page, mode, there.office, { village: "Sarongan (Kec. Pesanggaran)" }, "Antarkecamatan dalam satu kabupaten");
  const [desk, head] = [await deskOf(somebodyElse, there.officer), await deskOf(somebodyElse, there.head)];
  await issues(desk, head, there.head, mode, number);
  await expect(async () => {
    await page.reload();
    await expect(page.locator("main")).toContainText("Desa Sarongan (Kec. Pesanggaran) belum ikut Smart Kampung. Data Anda tidak dikirim.", { timeout: 500 });
  }).toPass({ timeout: 5_000 });
  await alive(page, mode);
  await expectWellBehaved(page, mode);
  await opensCase(desk, mode, number);
  await expect(desk.locator("main")).toContainText("Data pemohon tidak dikirim. Pemohon membawa suratnya sendiri");
  await expectWellBehaved(desk, mode);
});

test("an officer finds, claims, returns and verifies a case by keyboard alone", async ({ page, somebodyElse, mode }, info) => {
  const there = OFFICES[info.project.name];
  test.skip(info.project.name !== "hidup pc", "a desk with a keyboard, and a page that is alive");
  test.setTimeout(120_000);
  const another = await somebodyElse();
  const [number] = await Promise.all([appliesForSku(page, mode, there.office), appliesForSku(another, mode, there.office)]);
  const desk = await deskOf(somebodyElse, there.officer);
  const press = (key: string) => desk.keyboard.press(key);
  const search = desk.getByLabel("Cari nomor permohonan");
  const finds = async (typed: string) => {
    await press("/");
    await expect(search).toBeFocused();
    await desk.keyboard.type(typed);
    await press("Enter");
    await expect(desk).toHaveURL(new RegExp(`cari=${typed}$`));
    await alive(desk, mode);
  };

  // Down and up through the queue; a number that was searched before gives way to the next.
  await open(desk, mode, "/kantor/permohonan");
  const cases = desk.getByRole("row").getByRole("link");
  for (const [key, at] of [["j", 0], ["j", 1], ["k", 0], ["k", 0]] as const) {
    await press(key);
    await expect(cases.nth(at)).toBeFocused();
  }
  await finds("K7M4");
  await expect(desk.getByText("Tidak ada permohonan dengan nomor itu")).toBeVisible();
  await finds(number);

  // Claimed in its row, and one photo goes back.
  await press("j");
  await expect(desk.getByRole("link", { name: number })).toBeFocused();
  await press("a");
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  await press("r");
  const back = desk.locator("#kembalikan details").filter({ hasText: "Foto KTP" });
  await tabTo(desk, back.locator("summary"), 1);
  await press("Enter");
  await tabTo(desk, back.getByLabel("Alasan", { exact: true }), 1);
  await press("ArrowDown");
  await tabTo(desk, back.getByLabel("Catatan untuk pemohon"), 1);
  await desk.keyboard.type("Foto ulang, jangan terpotong.");
  await tabTo(desk, desk.getByRole("button", { name: "Kembalikan ke pemohon" }), 4);
  await press("Enter");
  await expect(desk.getByRole("status")).toContainText("Sudah dikembalikan");
  await alive(desk, mode);
  await repairsPhoto(page, mode, "Foto KTP");

  // Back to the queue, into the case, and verified.
  await tabTo(desk, desk.getByRole("link", { name: "Semua permohonan" }));
  await press("Enter");
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Permohonan");
  await finds(number);
  for (const key of ["j", "Enter"]) await press(key);
  await expect(desk.getByRole("heading", { level: 1 })).toHaveText("Surat Keterangan Usaha");
  await press("a");
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  await press("v");
  for (const check of [/Nama dan NIK sesuai/, /Alamat sesuai KK/, /Berkas lengkap/, /Foto KTP dibandingkan/]) {
    await tabTo(desk, desk.getByLabel(check), 1);
    await press("Space");
    await expect(desk.getByLabel(check)).toBeChecked();
  }
  // A tick is no place for letters: the keys go on. They can be switched off.
  await press("?");
  await expect(desk.getByText("daftar ini")).toBeInViewport();
  await tabTo(desk, desk.getByRole("button", { name: "Tombol hidup" }), 1);
  await press("Space");
  await press("v");
  await expect(desk.getByRole("button", { name: "Tombol mati" })).toBeFocused();
  await press("Space");
  await press("v");
  await tabTo(desk, desk.getByRole("button", { name: "Verifikasi" }), 5);
  await press("Enter");
  await expect(desk.getByRole("status")).toContainText("Terverifikasi");
});
