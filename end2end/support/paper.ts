import { execFileSync } from "node:child_process";
import { expect, type Page, type Request } from "@playwright/test";

/** On how many pages a PDF stands, as Poppler counts. */
export function pagesOf(pdf: Buffer): number {
  const text = execFileSync("pdfinfo", ["-"], { input: pdf }).toString("utf8");
  return Number(/Pages:\s+(\d+)/.exec(text)?.[1]);
}

/** Everything that a PDF says. */
export function wordsOf(pdf: Buffer): string {
  return execFileSync("pdftotext", ["-raw", "-", "-"], { input: pdf }).toString("utf8").replace(/\u00a0/g, " ");
}

/** The code that is printed on a letter, read from its PDF with Poppler. */
export function codeOnPaper(pdf: Buffer): string {
  const text = wordsOf(pdf);
  const code = /Kode: ((?:[0-9A-Z]{4}\s+){6}[0-9A-Z]{2})/.exec(text);
  if (!code) throw new Error(`no code on the paper: ${text.slice(-400)}`);
  return code[1].replace(/\s+/g, " ");
}

/** Drops a PDF on the page of a letter, as from a folder, and reads what the page says of it. Nothing leaves the device. */
export async function dropsPdf(page: Page, pdf: Buffer, says: string) {
  const left: string[] = [];
  const note = (request: Request) => {
    // The mark of the verdict is a picture of the site.
    if (!/^\/ikon(-lain)?\.svg$/.test(new URL(request.url()).pathname)) left.push(`${request.method()} ${request.url()}`);
  };
  page.on("request", note);
  const zone = page.locator("section").filter({ has: page.getByRole("heading", { name: "Punya berkas PDF-nya?" }) });
  const taken = await zone.evaluate((zone, base64) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], "surat.pdf", { type: "application/pdf" }));
    const happens = (name: string) => zone.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    // A browser that is not stopped opens the file in place of the page.
    return !happens("dragover") && !happens("drop");
  }, pdf.toString("base64"));
  expect(taken, "the page takes what is dropped").toBe(true);
  await expect(page.getByRole("status")).toContainText(says);
  page.off("request", note);
  expect(left, "the file is never sent").toEqual([]);
}
