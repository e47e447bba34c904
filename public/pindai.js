// A label or an ISBN is read with the camera, in browsers that read codes by themselves (BarcodeDetector). The buttons are
// on the page already, hidden: whoever has no such browser types, or has a scanner that types.
const FORMATS = ["ean_13", "qr_code"], BETWEEN_LOOKS = 150;

let detector = null;

/** Shows the buttons of this page, and of each page that the app brings later. */
async function offer() {
  const known = await BarcodeDetector.getSupportedFormats();
  const formats = FORMATS.filter((format) => known.includes(format));
  if (!formats.length || !navigator.mediaDevices?.getUserMedia) return;
  detector = new BarcodeDetector({ formats });
  const show = () => document.querySelectorAll("[data-pindai][hidden]").forEach((button) => (button.hidden = false));
  show();
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pindai]");
    if (button) scan(button.form.elements[button.dataset.pindai]);
  });
}

/** Looks until something is read or somebody closes the picture; what was read is sent as if it had been typed. */
async function scan(field) {
  let stream = null;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
  } catch {
    return field.focus(); // No camera, or it is not allowed: one types.
  }
  const dialog = document.createElement("dialog"), video = document.createElement("video"), close = document.createElement("button");
  dialog.className = "sheet flow";
  dialog.setAttribute("aria-label", "Kamera: arahkan ke garis-garis atau kode QR");
  Object.assign(video, { muted: true, playsInline: true, srcObject: stream, width: Math.min(560, innerWidth - 64) });
  Object.assign(close, { type: "button", className: "btn btn-second", textContent: "Tutup kamera" });
  close.addEventListener("click", () => dialog.close());
  dialog.append(video, close);
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    stream.getTracks().forEach((track) => track.stop());
    dialog.remove();
  });
  dialog.showModal();
  await video.play().catch(() => {});
  while (dialog.open) {
    const [code] = await detector.detect(video).catch(() => []);
    if (code && dialog.open) {
      dialog.close();
      field.value = code.rawValue;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      return field.form.requestSubmit();
    }
    await new Promise((later) => setTimeout(later, BETWEEN_LOOKS));
  }
  field.focus();
}

offer().catch(() => {});
