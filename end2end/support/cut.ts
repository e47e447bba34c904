import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import type { Page } from "@playwright/test";
import { test as base } from "./journey";

/** A way to the server that holds a photo where it is told to, and then breaks. */
class Line {
  /** The keys of the photos that have come by, one for each attempt; a plain form has none here. */
  readonly attempts: string[] = [];
  private readonly server: Server;
  private readonly clients = new Set<Socket>();
  /** What is to be held, and where; `client` once it has come. */
  private hold?: { share: number; reached: () => void; client?: Socket };
  private broken = false;

  private constructor(private readonly to: URL) {
    this.server = createServer((client) => this.carry(client));
  }

  static async to(address: string): Promise<Line> {
    const line = new Line(new URL(address));
    await new Promise<void>((listening) => line.server.listen(0, "127.0.0.1", listening));
    return line;
  }

  /** The same site, by this way. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /**
   * Good again, but the next photo gets no further than this share of its bytes; with all of them, only
   * the answer does not come. Resolves when it is there.
   */
  holdsNextPhotoAt(share: number): Promise<void> {
    this.broken = false;
    return new Promise((reached) => (this.hold = { share, reached }));
  }

  /**
   * Breaks off the photo that is held, and each that follows: what broke on a connection that was made
   * beforehand, a browser sends once more by itself, and nobody would see a cut.
   */
  cut() {
    this.hold?.client?.resetAndDestroy();
    this.hold = undefined;
    this.broken = true;
  }

  isWhole() {
    this.broken = false;
  }

  async close() {
    this.clients.forEach((client) => client.destroy());
    await new Promise((closed) => this.server.close(closed));
  }

  private carry(client: Socket) {
    const site = connect(Number(this.to.port), this.to.hostname);
    let left = Infinity;
    this.clients.add(client);
    client.on("data", (chunk) => {
      const photo = photoThatBegins(chunk);
      if (photo) this.attempts.push(photo.key);
      if (photo && this.broken) return client.resetAndDestroy();
      if (photo && this.hold && !this.hold.client) {
        this.hold.client = client;
        left = photo.head + Math.floor(photo.body * this.hold.share);
      }
      site.write(chunk.subarray(0, left));
      left -= Math.min(left, chunk.length);
      if (left > 0 || this.hold?.share === 1) return;
      client.pause();
      this.hold?.reached();
    });
    site.on("data", (chunk) => (this.hold?.client === client ? this.hold.reached() : client.write(chunk)));
    const end = () => {
      this.clients.delete(client);
      client.destroy();
      site.destroy();
    };
    for (const socket of [client, site]) socket.on("error", end).on("close", end);
  }
}

/** What the first piece of a photo says: bytes of its head, bytes of its body, and under which key. */
function photoThatBegins(chunk: Buffer) {
  const text = chunk.toString("latin1");
  if (!text.startsWith("POST /unggah")) return undefined;
  const head = text.indexOf("\r\n\r\n") + 4;
  const says = (name: string) => new RegExp(`\r\n${name}: (\\S+)`, "i").exec(text.slice(0, head))?.[1] ?? "";
  return { head, body: Number(says("content-length")), key: says("idempotency-key") };
}

export const test = base.extend<{ line: Line }>({
  line: async ({}, use) => {
    const line = await Line.to(process.env.KAMPUNG_URL ?? "");
    await use(line);
    await line.close();
  },
});

/** A photo as heavy as one of a phone: grain does not become small. */
export async function heavyPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    const [width, height] = [(canvas.width = 1200), (canvas.height = 900)];
    const paint = canvas.getContext("2d")!;
    const pixels = paint.createImageData(width, height);
    for (let at = 0; at < pixels.data.length; at += 1) pixels.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
    paint.putImageData(pixels, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  });
  return Buffer.from(base64, "base64");
}
