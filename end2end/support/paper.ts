import { execFileSync } from "node:child_process";

/** The code that is printed on a letter, read from its PDF with Poppler. */
export function codeOnPaper(pdf: Buffer): string {
  const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf }).toString("utf8");
  const code = /Kode: ((?:[0-9A-Z]{4}\s+){6}[0-9A-Z]{2})/.exec(text.replace(/\u00a0/g, " "));
  if (!code) throw new Error(`no code on the paper: ${text.slice(-400)}`);
  return code[1].replace(/\s+/g, " ");
}
