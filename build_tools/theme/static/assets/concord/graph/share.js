// Taking a view away: as a picture, or as a link.
// @ts-check

import { element } from "../ui/element.js";

/**
 * @param {"svg" | "png"} kind
 * @param {{ svg(): string, png(): Promise<Blob> }} [scene] where the map is shown
 * @returns {Promise<string>} what became of it
 */
export async function download(kind, scene) {
  if (!scene) return "Show the map first: a text has no picture.";
  const content = kind === "png" ? await scene.png() : new Blob([scene.svg()], { type: "image/svg+xml" });
  const url = URL.createObjectURL(content);
  element("a", { href: url, download: `concept-graph.${kind}` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser reads it after the click
  return "The picture is saved as it is shown.";
}

/** @returns {Promise<string>} what became of it */
export async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    return "The link to this view is copied.";
  } catch {
    return "Copying is not allowed here. The address bar has the link.";
  }
}
