import { expect, type Page } from "@playwright/test";
import { alive, open, type SomebodyElse } from "./journey";
import { codeOf, officer, returnsAsOfficer, returnsToAct } from "./people";
import { inTurn } from "./turns";

type Mode = "hidup" | "hemat" | "mati";

/** A page of an officer's own, signed in. */
export async function deskOf(somebodyElse: SomebodyElse, name: string, home = "/kantor"): Promise<Page> {
  const page = await somebodyElse();
  await returnsAsOfficer(page, name, home);
  return page;
}

/** The desk of the regency's administrator, most of whose acts ask for the second factor. */
export async function administratorsDesk(somebodyElse: SomebodyElse): Promise<Page> {
  const page = await somebodyElse();
  await returnsToAct(page, "Wayan Sudarma", "/bpm/kampanye");
  return page;
}

/** Opens a case at a desk. */
export async function opensCase(desk: Page, mode: Mode, number: string) {
  await open(desk, mode, `/kantor/permohonan?cari=${number}`);
  await desk.getByRole("link", { name: number }).click();
  await alive(desk, mode);
}

/** An officer takes a case and verifies it, the head signs: from "sent" to "issued". */
export async function issues(desk: Page, head: Page, signer: string, mode: Mode, number: string) {
  await opensCase(desk, mode, number);
  await desk.getByRole("button", { name: "Ambil permohonan ini" }).click();
  await expect(desk.getByRole("status")).toContainText("Anda pegang");
  await alive(desk, mode);
  for (const check of ["Nama dan NIK sesuai KTP dan KK", "Alamat sesuai KK", "Berkas lengkap dan terbaca"]) await desk.getByLabel(check).check();
  await desk.getByLabel("Foto KTP dibandingkan dengan KK").check();
  await desk.getByRole("button", { name: "Verifikasi" }).click();
  await expect(desk.getByRole("status")).toContainText("Terverifikasi");
  await open(head, mode, "/kantor/tanda-tangan");
  await head.getByRole("button", { name: "Setuju, lanjut" }).click();
  // The second factor is good for five minutes.
  const code = head.getByLabel("Kode keamanan");
  const signs = async () => {
    await head.getByRole("button", { name: "Tandatangani 1 surat" }).click();
    await expect(head.getByRole("status")).toContainText("1 surat sudah ditandatangani");
  };
  if (!(await code.isVisible())) return signs();
  const person = officer(signer);
  await inTurn(person.staffName, async (moment) => {
    await code.fill(codeOf(person, moment));
    await signs();
  });
}

/** The papers have gone on, under a number of Dukcapil's book. */
export async function passesOn(desk: Page, mode: Mode, number: string) {
  await opensCase(desk, mode, number);
  await desk.getByLabel("Nomor agenda Dukcapil").fill("471/1203/2026");
  await desk.getByRole("button", { name: "Catat: diteruskan ke Dukcapil" }).click();
  await expect(desk.getByRole("status")).toContainText("iteruskan");
  await alive(desk, mode);
}
