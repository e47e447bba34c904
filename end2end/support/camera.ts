import type { Page } from "@playwright/test";

/** 4000 by 3000, of many small shapes: about as hard to compress as a real photo. */
export async function twelveMegapixels(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 4000, height: 3000 });
    const paint = canvas.getContext("2d")!;
    const chance = (most: number) => Math.floor(Math.random() * most);
    for (let shape = 0; shape < 30_000; shape++) {
      paint.fillStyle = `rgb(${chance(256)} ${chance(256)} ${chance(256)})`;
      paint.fillRect(chance(4000), chance(3000), 8 + chance(60), 8 + chance(60));
    }
    const blob = await new Promise<Blob>((made) => canvas.toBlob((blob) => made(blob!), "image/jpeg", 0.95));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return btoa(text);
  });
  return Buffer.from(base64, "base64");
}
