// A phone's camera makes 4 MB, and what is shown has at most 1280 pixels: a chosen photo is made small before it is
// sent. Metadata stay behind on the way through the canvas.
const LONGEST_SIDE = 1600, QUALITY = 0.8, LIGHT = 400e3;

export async function shrink(file) {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= LIGHT) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [picture.width, picture.height].map((side) => Math.round(side * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const small = await new Promise((drawn) => canvas.toBlob(drawn, "image/jpeg", QUALITY));
    return small && small.size < file.size ? small : file;
  } catch {
    return file; // An old browser sends it as it is; the server makes it small.
  }
}

/** Puts the small one in the place of what was chosen, unless another has been chosen meanwhile. */
export async function replace(input) {
  const chosen = input.files[0];
  const small = chosen && (await shrink(chosen));
  if (!small || small === chosen || input.files[0] !== chosen) return;
  const held = new DataTransfer();
  held.items.add(new File([small], chosen.name, { type: small.type }));
  input.files = held.files;
}
