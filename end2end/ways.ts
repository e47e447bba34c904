// One journey, three modes, two sizes. A mode is a way to use the same HTML:
//   hidup   the page comes alive (hydrated)
//   hemat   data-saver: the same page, no browser code
//   mati    JavaScript off
const sizes = { hp: { width: 360, height: 740 }, pc: { width: 1366, height: 768 } };
const modes = ["hidup", "hemat", "mati"] as const;

// The choice of the visitor; that a browser's own Save-Data header does the same is tested on the server.
const saver = { name: "hemat", value: "1", domain: "127.0.0.1", path: "/", expires: -1, httpOnly: false, secure: false, sameSite: "Lax" as const };

/** Every mode at every size, as a browser is told. */
export const ways = modes.flatMap((mode) =>
  Object.entries(sizes).map(([size, viewport]) => ({
    mode,
    size,
    cookies: mode === "hemat" ? [saver] : [],
    use: { viewport, isMobile: size === "hp", javaScriptEnabled: mode !== "mati" },
  })),
);
