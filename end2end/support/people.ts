import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Cookie, type Page } from "@playwright/test";
import { inTurn } from "./turns";

/** Somebody of the demonstration who works for an office. */
export type Officer = { name: string; staffName: string; password: string; secret: string };

/** The people that the server has printed at its start. */
export function officers(): Officer[] {
  const log = readFileSync(process.env.KAMPUNG_LOG ?? "target/end2end-server.log", "utf8");
  const lines = log.split("\n").filter((line) => line.startsWith("  /masuk/petugas"));
  return lines.map((line) => {
    const [, name, staffName, password, , secret] = line.match(/^ {2}\/masuk\/petugas {2}(.{15}) (\S+) {2}(\S+) {2}(\d{6}) {2}(\S+)/)!;
    return { name: name.trim(), staffName, password, secret };
  });
}

export function officer(name: string): Officer {
  const found = officers().find((person) => person.name === name);
  if (!found) throw new Error(`the demonstration has nobody called ${name}`);
  return found;
}

/** The code that the app of an officer shows at a moment (RFC 6238). */
export function codeOf(person: Officer, at = Date.now()): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...person.secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", key).update(counter).digest();
  const from = mac[mac.length - 1] & 15;
  return String((mac.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** A resident comes in by phone. A new phone is asked for a name; give one then. */
export async function comesInAsResident(page: Page, phone: string, name?: string) {
  await page.goto("/masuk");
  await page.getByLabel("Nomor HP atau WhatsApp").fill(phone);
  await page.getByRole("button", { name: "Kirim kode" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Isi kode");
  const code = await page.locator("#kode-peragaan").innerText();
  await page.getByLabel("Kode", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Masuk" }).click();
  if (name) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Siapa nama Anda?");
    await page.getByLabel("Nama lengkap").fill(name);
    await page.getByRole("button", { name: "Simpan" }).click();
    await expect(page).not.toHaveURL(/\/akun\/nama/);
  }
}

/** An officer comes in with password and second factor. */
export async function comesInAsOfficer(page: Page, person: Officer, next = "") {
  await page.goto(`/masuk/petugas${next ? `?lanjut=${encodeURIComponent(next)}` : ""}`);
  await page.getByLabel("Nomor HP atau nama petugas").fill(person.staffName);
  await page.getByLabel("Kata sandi").fill(person.password);
  await inTurn(person.staffName, async (moment) => {
    await page.getByLabel("Kode keamanan").fill(codeOf(person, moment));
    await page.getByRole("button", { name: "Masuk" }).click();
    const refused = page.getByRole("alert");
    await expect(refused.or(page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Masuk petugas" }))).toBeVisible();
    await expect(refused, `${person.name} is let in`).toHaveCount(0);
  });
}

/** What the browsers of this worker keep of officers who have come in, and when these showed their second factor. */
const sessions = new Map<string, { cookies: Cookie[]; shownAt: number }>();

/** It is good for five minutes, and a journey takes up to four. */
const STALE = 60_000;

/**
 * An officer goes on where they were signed in before, or comes in. They have three sessions at a time, and the oldest
 * ends for a fourth: of each worker one at a time, or a journey would put out the one beside it.
 */
export async function returnsAsOfficer(page: Page, name: string, home: string) {
  const known = sessions.get(name);
  if (known) {
    await page.context().addCookies(known.cookies);
    await page.goto(home);
    if (!page.url().includes("/masuk")) return;
  }
  await comesInAsOfficer(page, officer(name), home);
  await keeps(page, name);
}

/** The same for acts that ask for the second factor: what was shown for an earlier journey is too old for them. */
export async function returnsToAct(page: Page, name: string, home: string) {
  await returnsAsOfficer(page, name, home);
  if (Date.now() - sessions.get(name)!.shownAt < STALE) return;
  const person = officer(name);
  await page.goto(`/masuk/kode?lanjut=${encodeURIComponent(home)}`);
  await inTurn(person.staffName, async (moment) => {
    await page.getByLabel("Kode keamanan").fill(codeOf(person, moment));
    await page.getByRole("button", { name: "Lanjutkan" }).click();
    await expect(page, `${name} has shown it`).not.toHaveURL(/masuk/);
  });
  await keeps(page, name);
}

async function keeps(page: Page, name: string) {
  sessions.set(name, { cookies: await page.context().cookies(), shownAt: Date.now() });
}
