// A slow line in front of the server: every byte waits half a round trip in each direction, a new
// connection a whole one, and no more passes than the line is wide. Emulation inside the browser would
// leave out the setting up of connections.
import net from "node:net";

/** @param {{ host: string, port: number, rtt: number, down: number, up: number }} line ms and bit/s */
export function slowLine({ host, port, rtt, down, up }) {
  const server = net.createServer({ allowHalfOpen: true }, (phone) => {
    const far = net.connect({ host, port });
    phone.on("error", () => far.destroy());
    far.on("error", () => phone.destroy());
    pipe(phone, far, up, rtt / 2, rtt);
    pipe(far, phone, down, rtt / 2, 0);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ port: server.address().port, close: () => server.close() })));
}

function pipe(from, to, bitsPerSecond, delay, setUp) {
  let free = performance.now() + setUp;
  from.on("data", (bytes) => {
    // In pieces of one packet: the first does not wait for the last.
    for (let at = 0; at < bytes.length; at += 1460) {
      const packet = bytes.subarray(at, at + 1460);
      free = Math.max(free, performance.now()) + (packet.length * 8000) / bitsPerSecond;
      setTimeout(() => to.writable && to.write(packet), free + delay - performance.now());
    }
  });
  from.on("end", () => setTimeout(() => to.end(), Math.max(0, free + delay - performance.now())));
}
