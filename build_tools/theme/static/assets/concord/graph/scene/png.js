// A picture as pixels.
// @ts-check

/** Pixels of the PNG for one of the screen. */
const FINENESS = 2;

/**
 * @param {string} svg with its width and height in pixels
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg) {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = FINENESS * picture.naturalWidth;
    canvas.height = FINENESS * picture.naturalHeight;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
