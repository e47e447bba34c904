import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Page } from "@playwright/test";
import { alive, open } from "./journey";

type Mode = "hidup" | "hemat" | "mati";

/** What the demonstration prints for whoever started the server: name, password, secret of the factor. */
function credentials(staffName: string) {
  const log = readFileSync(process.env.KAMPUNG_LOG ?? "", "utf8");
  const line = log.split("\n").find((line) => line.includes(` ${staffName} `));
  if (!line) throw new Error(`the demonstration has no ${staffName}`);
  const words = line.split(/\s{2,}/);
  const at = words.findIndex((word) => word.trim() === staffName);
  return { password: words[at + 1].trim(), secret: words[at + 3].trim() };
}

/** RFC 6238 with SHA-1, 30 seconds, six digits. */
function codeNow(secret: string) {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", key).update(step).digest();
  const number = mac.readUInt32BE(mac[mac.length - 1] & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

/** Signs somebody of the office in, with password and second factor. */
export async function signIn(page: Page, mode: Mode, staffName: string) {
  const { password, secret } = credentials(staffName);
  await open(page, mode, "/masuk/petugas");
  await page.getByLabel("Nomor HP atau nama petugas").fill(staffName);
  await page.getByLabel("Kata sandi").fill(password);
  await page.getByLabel("Kode keamanan").fill(codeNow(secret));
  await page.getByRole("button", { name: "Masuk" }).click();
  await page.waitForURL(/\/(kantor|masuk\/topi)/);
  await alive(page, mode);
}
