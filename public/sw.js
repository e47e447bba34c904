// Without a connection a visitor gets a page that says so, in the look of the site. Hashed files are
// kept as they come. Nothing of a resident is ever kept here. Who answers for an office may keep the questions of a
// review on the phone (menunggu.js), until they sign out.
const KEPT = "kampung-1";
const PREPARED = "kampung-meja";
const OFFLINE = "/luring";

self.addEventListener("install", (event) => {
  event.waitUntil(keepOfflinePage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = caches.keys().then((names) => Promise.all(names.filter((name) => name !== KEPT && name !== PREPARED).map((name) => caches.delete(name))));
  event.waitUntil(old.then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const request = event.request;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/pkg/")) event.respondWith(kept(request));
  else if (request.mode === "navigate") event.respondWith(fetch(request).catch(async () => (await prepared(url.pathname)) || caches.match(OFFLINE)));
  else if (/\.(svg|js)$/.test(url.pathname)) event.respondWith(fetch(request).catch(() => caches.match(request)));
});

// A page that was prepared has changed.
self.addEventListener("message", (event) => {
  if (event.data && event.data.freshen) event.waitUntil(freshen(event.data.freshen).catch(() => {}));
});

function prepared(path) {
  return caches.match(path, { cacheName: PREPARED, ignoreVary: true });
}

async function freshen(address) {
  const path = address.split("?")[0];
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (answer.ok && !answer.redirected && (await prepared(path))) await (await caches.open(PREPARED)).put(path, answer);
}

async function keepOfflinePage() {
  const answer = await fetch(OFFLINE, { cache: "reload" });
  const style = (await answer.clone().text()).match(/\/pkg\/[^"]+\.css/);
  const cache = await caches.open(KEPT);
  await cache.put(OFFLINE, answer);
  await cache.addAll([style && style[0], "/mark.svg", "/ikon.svg", "/ikon-lain.svg", "/gambar/kosong/tanpa-sinyal.svg"].filter(Boolean));
}

async function kept(request) {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) (await caches.open(KEPT)).put(request, answer.clone());
  return answer;
}
