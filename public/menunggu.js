// What an officer or a reviewer sends where there is no signal stays on the phone, says so, and goes out by itself
// later: answers, findings of a visit, photos, files. loader.js brings it to those who fill in such forms; on a
// page without a place for its list ([data-menunggu]) it does nothing. It sends the bytes that the form itself
// would send, and reads the page that comes back: the server alone decides, and has the words. A wish keeps its
// key however often it is sent, so that a lost answer doubles nothing.
import { shrink } from "/perkecil.js";

const DOORS = [
  [/^\/api\/(compliance_office\/keep|review\/visit)$/, "jawaban"],
  [/^\/unggah\/kepatuhan\/[^/]+\/berkas$/, "berkas"],
  [/^\/unggah\/kepatuhan\/[^/]+$/, "foto"],
];
const NAMES = { jawaban: "Jawaban", berkas: "Berkas", foto: "Foto" };
const PATIENCE = { jawaban: 15e3, berkas: 120e3, foto: 120e3 };
const DATE_PARTS = [".hari", ".bulan", ".tahun"];
const MAY_COME_LATER = [401, 403, 408, 425, 429];
const SIGN_IN = "Masuk lagi dengan akun Anda, lalu ini dikirim sendiri.";
// The same name stands in sw.js.
const PREPARED = "kampung-meja";
const KEPT_FOR = 60 * 864e5;

const html = document.documentElement;
let box = null, page = "", told = "", loud = false, entries = [], received = [], prepared = new Set(), restored = new Set(), held = 0;
let line = Promise.resolve();

// ---- what is kept: only of this account, at this desk ----

const opened = new Promise((resolve, reject) => {
  const ask = indexedDB.open("menunggu", 1);
  ask.onupgradeneeded = () => ask.result.createObjectStore("isi", { keyPath: "id" });
  ask.onsuccess = () => resolve(ask.result);
  ask.onerror = () => reject(ask.error);
});
opened.catch(() => {});

async function store(mode, act) {
  const work = (await opened).transaction("isi", mode);
  const asked = act(work.objectStore("isi"));
  return new Promise((resolve, reject) => {
    work.oncomplete = () => resolve(asked.result);
    work.onabort = work.onerror = () => reject(work.error);
  });
}

const who = () => html.dataset.by + "|" + box.dataset.menunggu;
// Photos before the answer that counts them.
const order = (one, other) => (one.kind === "jawaban") - (other.kind === "jawaban") || one.at - other.at;

async function readAll() {
  const all = await store("readonly", (all) => all.getAll());
  held = all.filter((entry) => entry.who.startsWith(html.dataset.by + "|")).length;
  entries = box ? all.filter((entry) => entry.who === who()).sort(order) : [];
}

async function keep(entry) {
  const { moving, ...kept } = entry;
  await store("readwrite", (all) => all.put(kept));
  held += entries.some((other) => other.id === entry.id) ? 0 : 1;
  entries = entries.filter((other) => other.id !== entry.id).concat(entry).sort(order);
}

async function forget(entry) {
  await store("readwrite", (all) => all.delete(entry.id));
  held -= entries.some((other) => other.id === entry.id) ? 1 : 0;
  entries = entries.filter((other) => other.id !== entry.id);
}

// ---- from a form to what is kept ----

const pathOf = (form) => new URL(form.getAttribute("action") || "", location.href).pathname;
const kindOf = (form) => (DOORS.find(([door]) => door.test(pathOf(form))) || [])[1];
const fieldsOf = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");

/** One answer an item: typed anew it takes the place of what waits. */
function idOf(form) {
  const fields = new Map(fieldsOf(form));
  const about = ["_id", "_kampanye", "_kantor", "butir", "_butir"].map((name) => fields.get(name) || "");
  return [who(), pathOf(form), ...about].join("|");
}

function entryOf(form, kind, more) {
  const title = form.closest("section")?.querySelector("h2")?.textContent;
  const about = pathOf(form).startsWith("/api/review/") && title ? title + ", " + box.dataset.tentang : box.dataset.tentang;
  const fields = fieldsOf(form).filter(([name]) => name !== "_key").concat(more, [["_key", crypto.randomUUID()]]);
  return { id: crypto.randomUUID(), who: who(), kind, about, action: pathOf(form), page: location.pathname + location.search.replace(/[?&]hasil=[^&]*/, ""), fields, at: Date.now(), state: "tunggu", why: "" };
}

/** `null` when no file was chosen: that is for the server to say. */
async function fileEntry(form, kind, pressed) {
  const input = form.querySelector("input[type=file]");
  const before = entries.find((entry) => entry.id === form.dataset.ganti);
  const chosen = input.files[0];
  if (!chosen && !before) return null;
  const day = chosen && kind === "foto" ? await dayTaken(chosen) : "";
  const entry = entryOf(form, kind, pressed.concat(day ? [["kamera", day]] : []));
  const small = chosen && (await shrink(chosen));
  entry.file = small ? { field: input.name, name: chosen.name, bytes: small } : before.file;
  if (before) await forget(before);
  delete form.dataset.ganti;
  return entry;
}

/** "2026-11-20" as the camera has written it; the canvas loses it, and nobody else would know. */
async function dayTaken(file) {
  const start = new TextDecoder("latin1").decode(await file.slice(0, 131072).arrayBuffer());
  const found = start.includes("Exif\0\0") && /(\d{4}):(\d\d):(\d\d) \d\d:\d\d:\d\d\0/.exec(start);
  return found ? found.slice(1, 4).join("-") : "";
}

// ---- sending ----

function bodyOf(entry) {
  if (!entry.file) return new URLSearchParams(entry.fields);
  const body = new FormData();
  entry.fields.forEach(([name, text]) => body.append(name, text));
  body.append(entry.file.field, entry.file.bytes, entry.file.name);
  return body;
}

/** Where it led when it was received, `null` otherwise: then it stays, refused or waiting. */
async function send(entry) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE[entry.kind]);
  entry.moving = true;
  draw();
  try {
    const answer = await fetch(entry.action, { method: "POST", body: bodyOf(entry), headers: { Accept: "text/html" }, signal: stop.signal });
    return await judged(entry, answer);
  } catch {
    return null;
  } finally {
    clearTimeout(late);
    entry.moving = false;
    draw();
  }
}

async function judged(entry, answer) {
  const led = new URL(answer.url);
  if (answer.ok && answer.redirected && led.searchParams.has("hasil")) {
    await forget(entry);
    received.push(entry);
    freshen(entry.page);
    return led;
  }
  if (answer.redirected && led.pathname.startsWith("/masuk")) return waits(entry, SIGN_IN);
  if (answer.status === 413) return refused(entry, "Berkas ini terlalu besar.");
  if (answer.status < 400 || answer.status >= 500) return null;
  const said = new DOMParser().parseFromString(await answer.text(), "text/html");
  // Somebody else has signed in on this phone: it is neither theirs nor refused.
  if (said.documentElement.dataset.by !== html.dataset.by) return waits(entry, SIGN_IN);
  if (MAY_COME_LATER.includes(answer.status) && answer.status !== 403) return null;
  const alert = said.querySelector("[role=alert]");
  const each = alert ? [...alert.querySelectorAll("li")].map((line) => line.textContent.trim()) : [];
  entry.wrong = [...said.querySelectorAll("[data-bad] [name]")].map((field) => field.name);
  return refused(entry, each.join(" ") || (alert?.querySelector("h2") || said.querySelector("h1") || alert)?.textContent.trim() || "Tidak bisa diterima.");
}

async function waits(entry, why) {
  entry.why = why;
  await keep(entry);
  return null;
}

async function refused(entry, why) {
  entry.state = "tolak";
  return waits(entry, why);
}

/** One at a time over all tabs; the first cut ends the round. */
function sendAll() {
  const round = async () => {
    if (!box) return;
    await readAll();
    for (const entry of entries.filter((entry) => entry.state === "tunggu")) {
      [told, loud] = ["", false];
      const led = await send(entry);
      if (led) await catchUp(entry);
      else if (entry.state === "tunggu") break;
    }
    draw();
  };
  const alone = () => (navigator.locks ? navigator.locks.request("menunggu", round) : round());
  return (line = line.then(alone).catch(() => {}));
}

/** The form on the page has seen an older answer than the one that was just received from it. */
async function catchUp(entry) {
  const form = formsHere().find((form) => idOf(form) === entry.id);
  if (!form) return;
  const now = new DOMParser().parseFromString(await (await fetch(entry.page)).text(), "text/html");
  const same = [...now.forms].find((other) => kindOf(other) && idOf(other) === entry.id);
  if (same) form.elements._seen.value = same.elements._seen.value;
}

// ---- forms on the page ----

const formsHere = () => [...document.forms].filter((form) => kindOf(form) === "jawaban");
const isAlive = () => html.dataset.alive === "yes";

/** A picture becomes public: before somebody has ticked that it may, it does not even wait here. A PDF never does. */
function lacksTick(form, kind) {
  const tick = kind !== "jawaban" && form.querySelector("[type=checkbox]");
  const before = entries.find((entry) => entry.id === form.dataset.ganti);
  const file = form.querySelector("[type=file]")?.files[0] || before?.file.bytes;
  return tick && !tick.checked && file && file.type !== "application/pdf" ? tick : null;
}

async function submitted(form, kind, button) {
  clearTimeout(soon);
  const tick = lacksTick(form, kind);
  if (tick) {
    tick.setAttribute("aria-invalid", "true");
    tick.onchange = () => tick.removeAttribute("aria-invalid");
    say("Centang dulu: " + tick.labels[0].textContent.trim() + ".");
    return tick.focus();
  }
  const pressed = button?.name ? [[button.name, button.value]] : [];
  let entry;
  try {
    entry = kind === "jawaban" ? { ...entryOf(form, kind, pressed), id: idOf(form) } : await fileEntry(form, kind, pressed);
    if (!entry && !navigator.onLine) return say("Pilih " + NAMES[kind].toLowerCase() + " dulu.");
    if (!entry) return HTMLFormElement.prototype.submit.call(form);
    await keep(entry);
  } catch {
    return passOn(form, kind, button); // No room on this phone: as without this file.
  }
  const sending = line.then(() => send(entry)).catch(() => null);
  line = sending;
  const led = await sending;
  if (led) return location.assign(led.pathname + led.search);
  if (entry.state === "tolak" && kind === "jawaban") {
    // The page itself says it best, at the field. What was typed stays on the phone until it is right.
    await keep({ ...entry, state: "ketik", why: "" });
    return passOn(form, kind, button);
  }
  if (entry.state === "tolak") {
    form.dataset.ganti = entry.id;
    for (const name of entry.wrong || []) form.elements[name]?.setAttribute?.("aria-invalid", "true");
    return say("", true);
  }
  if (kind !== "jawaban") form.reset();
  const next = [...document.querySelectorAll("main nav.links a")].pop();
  if (button?.value === "lanjut" && next && prepared.has(next.pathname)) return location.assign(next.pathname);
  say("Tersimpan di HP ini. Dikirim sendiri begitu ada jaringan.");
}

function passOn(form, kind, button) {
  form.dataset.lewat = "";
  if (kind !== "jawaban") HTMLFormElement.prototype.submit.call(form);
  else if (form.requestSubmit) form.requestSubmit(button);
  else button?.click();
}

addEventListener("submit", (event) => {
  const form = event.target;
  if (pathOf(form) === "/api/accounts/sign_out") {
    const lost = "Di HP ini masih ada isian yang belum terkirim. Keluar menghapusnya. Tetap keluar?";
    if (held > 0 && !confirm(lost)) (event.preventDefault(), event.stopImmediatePropagation());
    return;
  }
  if (!box || !isAlive()) return;
  const kind = kindOf(form);
  const passed = form.dataset.lewat !== undefined || form.hasAttribute("data-plain");
  delete form.dataset.lewat;
  if (!kind || passed) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (form.dataset.kirim !== undefined) return;
  form.dataset.kirim = "";
  submitted(form, kind, event.submitter).finally(() => delete form.dataset.kirim);
}, true);

let soon = 0;
addEventListener("input", (event) => {
  const form = event.target.form;
  if (!box || !isAlive() || !form || kindOf(form) !== "jawaban") return;
  clearTimeout(soon);
  soon = setTimeout(() => typed(form).catch(() => {}), 300);
}, true);

/** What is typed stays, even when the page goes. What was sent is not unsent by typing on. */
async function typed(form) {
  const id = idOf(form), known = entries.find((entry) => entry.id === id);
  if (known?.state === "tunggu" || form.dataset.kirim !== undefined) return;
  await keep({ ...entryOf(form, "jawaban", []), id, state: known?.state || "ketik", why: known?.why || "" });
}

addEventListener("change", async (event) => {
  const form = event.target.form;
  if (!box || event.target.type !== "file" || kindOf(form) !== "foto" || !event.target.files[0]) return;
  const day = (await dayTaken(event.target.files[0]).catch(() => "")).split("-").map(Number).reverse();
  const parts = DATE_PARTS.map((part) => form.elements["tanggal" + part]);
  if (day.length === 3 && parts.every((part) => part && !part.value)) parts.forEach((part, at) => (part.value = day[at]));
}, true);

function fill(form, fields) {
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = fields.some(([name]) => name === box.name);
  for (const [name, text] of fields) {
    const field = form.elements[name];
    if (!field || name.startsWith("_") || /^(hidden|file|checkbox)$/.test(field.type)) continue;
    field.value = text;
  }
}

const wordsIn = (fields) => JSON.stringify(fields.filter(([name]) => name !== "lakukan" && !name.startsWith("_")));

async function restore() {
  restored = new Set();
  if (document.querySelector("meta[name=alamat]")) return; // Drawn again with what was typed.
  for (const form of formsHere()) {
    const entry = entries.find((entry) => entry.id === idOf(form));
    if (!entry) continue;
    if (entry.state === "ketik" && wordsIn(fieldsOf(form)) === wordsIn(entry.fields)) await forget(entry);
    else (fill(form, entry.fields), restored.add(entry.id));
  }
}

// ---- pages that open without a signal ----

const cached = (path) => caches.match(path, { cacheName: PREPARED, ignoreSearch: true, ignoreVary: true });

function freshen(path) {
  if (prepared.has(path.split("?")[0])) navigator.serviceWorker.controller?.postMessage({ freshen: path });
}

async function readPrepared() {
  prepared = new Set();
  if (!self.caches || !(await caches.has(PREPARED))) return;
  const mark = await (await cached("/meja"))?.json();
  const over = navigator.onLine && location.pathname === "/kantor/kepatuhan" && box.dataset.terbuka === undefined;
  if (!mark || mark.who !== who() || Date.now() - mark.at > KEPT_FOR || over) return caches.delete(PREPARED);
  for (const request of await (await caches.open(PREPARED)).keys()) prepared.add(new URL(request.url).pathname);
}

async function prepare() {
  const links = [...document.querySelectorAll("main a[href^='/kantor/kepatuhan/']")].map((link) => link.pathname);
  const paths = [...new Set([location.pathname + location.search.replace(/[?&]hasil=[^&]*/, ""), ...links])];
  try {
    await caches.delete(PREPARED);
    const cache = await caches.open(PREPARED), parts = new Set(["/loader.js", "/menunggu.js", "/perkecil.js"]);
    for (const [at, path] of paths.entries()) {
      say(`Menyimpan ${at + 1} dari ${paths.length} halaman…`);
      const answer = await fetch(path, { headers: { Accept: "text/html" } });
      if (!answer.ok || answer.redirected) throw answer.status;
      for (const [part] of (await answer.clone().text()).matchAll(/\/pkg\/[\w.-]+/g)) parts.add(part);
      await cache.put(path.split("?")[0], answer);
    }
    for (const part of parts) await cache.put(part, await fetch(part));
    await cache.put("/meja", new Response(JSON.stringify({ who: who(), at: Date.now() })));
    await readPrepared();
    say("Siap: halaman ini terbuka tanpa jaringan sampai Anda keluar dari akun.");
  } catch {
    await caches.delete(PREPARED);
    prepared = new Set();
    say("Belum tersimpan semua. Coba lagi saat jaringan lebih baik.");
  }
}

// Without a signal a link opens the page that is kept; the app would ask the server.
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  if (link && !navigator.onLine && prepared.has(link.pathname)) event.stopImmediatePropagation();
}, true);

// ---- the list ----

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

function icon(name) {
  const [svg, use] = ["svg", "use"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
  use.setAttribute("href", "/ikon.svg#" + name);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const state = (whose, sign, words) => el("span", { class: "say", "data-who": whose }, icon(sign), words);
const button = (words, click) => el("button", { type: "button", class: "btn btn-second btn-row", click }, words);

function stateOf(entry) {
  if (received.includes(entry)) return state("done", "circle-check", "Diterima kantor");
  if (entry.moving) return state("grey", "clock", "Sedang dikirim");
  if (entry.state === "tolak") return state("stop", "alert-circle", "Ditolak: " + entry.why);
  if (entry.state === "ketik") return state("grey", "pencil", "Diketik, belum disimpan");
  return state("you", "device-mobile", "Di HP ini" + (entry.why ? ". " + entry.why : ""));
}

/** What a person wrote, so that it can be read where no form holds it any more. */
function wordsOf(entry) {
  const written = entry.fields.filter(([name, text]) => text && /^(catatan|tautan|alasan|isi)/.test(name)).map(([, text]) => text);
  const file = entry.file ? [`${entry.file.name}, ${Math.ceil(entry.file.bytes.size / 1024)} KB`] : [];
  return file.concat(written.map((text) => `“${text}”`)).join(" ");
}

function rowOf(entry) {
  const over = received.includes(entry), words = wordsOf(entry);
  const mine = [...document.forms].find((form) => entry.file && pathOf(form) === entry.action);
  const here = entry.page.split("?")[0] === location.pathname;
  const mend = entry.state !== "tolak" || over || (here && !mine) ? null : mine ? button("Perbaiki", () => mendIn(mine, entry)) : el("a", { class: "btn btn-second btn-row", href: entry.page }, "Buka butirnya");
  const door = entry.why === SIGN_IN && !over && el("a", { class: "btn btn-second btn-row", href: "/masuk/petugas", target: "_blank" }, "Masuk");
  const again = entry.state === "tolak" && !over && button("Kirim lagi", async () => (await keep({ ...entry, state: "tunggu", why: "" }), sendAll()));
  const drop = !over && !entry.moving && button("Buang", () => dropped(entry));
  return el("li", {}, el("div", { class: "row" }, el("span", { class: "in" }, el("b", {}, NAMES[entry.kind] + ": " + entry.about), words && el("small", {}, words), stateOf(entry))), el("div", { class: "btns", "data-side": "" }, door, mend, again, drop));
}

function mendIn(form, entry) {
  fill(form, entry.fields);
  form.dataset.ganti = entry.id;
  const input = form.querySelector("input[type=file]");
  const carried = new DataTransfer();
  carried.items.add(new File([entry.file.bytes], entry.file.name, { type: entry.file.bytes.type }));
  input.files = carried.files;
  (form.elements.alasan || form.elements.isi)?.focus();
}

async function dropped(entry) {
  if (!confirm("Buang dari HP ini? Yang dibuang tidak bisa diambil lagi.")) return;
  await forget(entry);
  draw();
}

function titleOf(waiting) {
  if (waiting.length === 0) return received.length === 0 ? "Belum disimpan" : "Baru terkirim dari HP ini";
  const kinds = ["foto", "berkas", "jawaban"].map((kind) => [waiting.filter((entry) => entry.kind === kind).length, kind]);
  return `Menunggu di HP ini: ${waiting.length} (${kinds.filter(([count]) => count > 0).map(([count, kind]) => count + " " + kind).join(", ")})`;
}

function draw() {
  if (!box) return;
  // What is being typed stands in its form: nothing moves under the fingers.
  const typing = formsHere().map(idOf).filter((id) => !restored.has(id));
  const all = entries.filter((entry) => entry.state !== "ketik" || !typing.includes(entry.id)).concat(received), waiting = entries.filter((entry) => entry.state !== "ketik");
  const offers = box.dataset.terbuka !== undefined && !location.pathname.startsWith("/kantor/kepatuhan/") && navigator.serviceWorker?.controller && self.caches;
  const parts = [];
  if (told) parts.push(el("p", { role: "status" }, told));
  if (all.length > 0) {
    const now = waiting.some((entry) => entry.state === "tunggu") && el("button", { type: "button", class: "btn btn-second", click: sendAll }, "Kirim sekarang");
    parts.push(el("h2", { tabindex: "-1" }, titleOf(waiting)), el("ul", { class: "rows" }, ...all.map(rowOf)), now);
  }
  if (offers) {
    const words = prepared.size > 0 ? "Perbarui untuk dipakai tanpa jaringan" : "Siapkan untuk dipakai tanpa jaringan";
    parts.push(el("button", { type: "button", class: "btn btn-second", click: prepare }, icon("download"), words));
  }
  box.replaceChildren(...(parts.length > 0 ? [el("section", { class: "sheet flow", role: loud ? "alert" : undefined }, ...parts)] : []));
  box.hidden = parts.length === 0;
}

function say(words, refuses = false) {
  [told, loud] = [words, refuses];
  draw();
  if (refuses) box?.querySelector("h2")?.focus();
}

// ---- beginning, on each page anew: the app changes pages without loading them ----

async function look() {
  const here = isAlive() ? document.querySelector("[data-menunggu]") : null;
  const now = here ? [location.pathname, here.dataset.menunggu, here.dataset.tentang, formsHere().length].join("|") : "";
  if (now === page && here === box) return;
  [page, box] = [now, here];
  [told, loud, received] = ["", false, []];
  await readAll();
  if (!box) return;
  await readPrepared().catch(() => {});
  await restore();
  draw();
  if (navigator.onLine) freshen(location.pathname + location.search);
  sendAll();
}

let turn = 0;
const lookSoon = () => (clearTimeout(turn), (turn = setTimeout(() => look().catch(() => {}), 50)));
new MutationObserver(lookSoon).observe(html, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-alive", "data-menunggu", "data-tentang"] });
lookSoon();
addEventListener("online", sendAll);
addEventListener("visibilitychange", () => document.visibilityState === "visible" && sendAll());
setInterval(() => navigator.onLine && entries.some((entry) => entry.state === "tunggu") && sendAll(), 60e3);
