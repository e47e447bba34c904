import type { Page } from "@playwright/test";

export type Sent = { path: string; bytes: number };

/** What goes over the wire from now on, headers included, as the browser counts it. */
export async function onTheWire(page: Page): Promise<Sent[]> {
  const sent: Sent[] = [];
  const paths = new Map<string, string>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", ({ requestId, request }) => paths.set(requestId, new URL(request.url).pathname));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (encodedDataLength > 0) sent.push({ path: paths.get(requestId) ?? "?", bytes: encodedDataLength });
  });
  return sent;
}

/** What a first view needs: the browser code comes after it. */
export function seenFirst(sent: Sent[]): Sent[] {
  return sent.filter(({ path }) => !/\.(wasm|js|json)$|^\/api\//.test(path));
}

export function total(sent: Sent[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** One line a request, the largest first, for whoever has to find what grew. */
export function inWords(sent: Sent[]): string {
  return [...sent].sort((a, b) => b.bytes - a.bytes).map(({ path, bytes }) => `${bytes} ${path}`).join("\n");
}
