// Brings the browser code to a page that is complete without it: after the first view is painted and
// the page is idle, or at the first touch of a form. A visitor who only reads never pays for it: it waits
// for a first sign that somebody is there. The element that loads this names the files.
(function (files) {
  "use strict";
  var started = false, dead = false, followed = { at: 0, href: "" };

  // A form refused without JavaScript is answered at the address of the act: show the page's own.
  var address = document.querySelector('meta[name="alamat"]');
  if (address) history.replaceState(null, "", address.content);

  // If the browser code dies, its router still swallows clicks. From then on links and forms are
  // ordinary ones again, and a link that was clicked just now is followed.
  function die() {
    if (dead) return;
    dead = true;
    document.documentElement.setAttribute("data-alive", "dead");
    if (followed.href && Date.now() - followed.at < 15000) location.href = followed.href;
  }
  addEventListener("error", function (event) {
    if (event.error instanceof WebAssembly.RuntimeError) die();
  });
  addEventListener("unhandledrejection", function (event) {
    if (event.reason instanceof WebAssembly.RuntimeError || /wasm|split|import|fetch/i.test(String(event.reason))) die();
  });
  function guard(event) {
    if (dead) return event.stopImmediatePropagation();
    var link = event.type === "click" && event.target.closest && event.target.closest("a[href]");
    // A page in another language than the visitor's own leads on by whole pages.
    if (link && document.documentElement.hasAttribute("data-plain")) return event.stopImmediatePropagation();
    if (link && link.origin === location.origin && !link.download && !link.relList.contains("external")) followed = { at: Date.now(), href: link.href };
  }
  addEventListener("click", guard, true);
  addEventListener("submit", guard, true);

  function start() {
    if (started) return;
    started = true;
    // The parts are fetched side by side; the plain chain would be four round trips.
    files.ahead.forEach(function (path) { fetch(path, { priority: "low" }).catch(function () {}); });
    import(files.glue).then(function (code) {
      return code.default({ module_or_path: files.wasm }).then(function () {
        code.hydrate();
      });
    }).catch(function (error) { console.error(error); die(); });
  }
  function whenIdle() {
    if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 2000 });
    else setTimeout(start, 200);
  }
  // Those who answer at a village or visit one: what they send waits on the phone where there is no signal.
  if (/^(operator|verifikator|bpm)$/.test(document.documentElement.getAttribute("data-role"))) addEventListener("load", function () { import("/menunggu.js").catch(function () {}); });
  // Those who lend books read labels with the camera, where the browser itself can.
  if ("BarcodeDetector" in window && /^(operator|verifikator)$/.test(document.documentElement.getAttribute("data-role"))) addEventListener("load", function () { import("/pindai.js").catch(function () {}); });
  // A photo that a form itself brings is made small when it is chosen.
  addEventListener("change", function (event) {
    if (event.target.hasAttribute("data-perkecil")) import("/perkecil.js").then(function (photo) { return photo.replace(event.target); }).catch(function () {});
  });
  // Printed is the whole page: photos that nobody has scrolled to come first, for ten seconds at most.
  addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("[data-cetak]")) return;
    var late = [].map.call(document.querySelectorAll("img[loading=lazy]"), function (photo) {
      photo.loading = "eager";
      return photo.decode().catch(function () {});
    });
    var enough = new Promise(function (done) { setTimeout(done, 10000); });
    Promise.race([Promise.all(late), enough]).then(function () { print(); });
  });
  if ("serviceWorker" in navigator) addEventListener("load", function () { navigator.serviceWorker.register("/sw.js").catch(function () {}); });
  if (typeof WebAssembly !== "object") return;
  function whenSeen() {
    if (document.readyState === "complete") whenIdle();
    else addEventListener("load", whenIdle);
  }
  // Whoever has signed in is here to act, and so is who checks a letter: a file may be dropped there.
  function begin() {
    if (document.documentElement.getAttribute("data-role") !== "anon" || /^\/v\b/i.test(location.pathname)) whenSeen();
    else ["pointermove", "pointerdown", "keydown", "scroll"].forEach(function (sign) { addEventListener(sign, whenSeen, { once: true, passive: true }); });
  }
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", begin);
  else begin();
  addEventListener("focusin", function (event) { if (event.target.form) start(); }, { once: false });
})(JSON.parse(document.currentScript.dataset.files));
