// Starts the page of paths.
// @ts-check

import { onEachPage } from "../ui/lifecycle.js";
import { PathPage } from "./page.js";

const site = new URL("../../../", import.meta.url);

onEachPage(() => {
  const place = document.querySelector("[data-concord-path]");
  return place instanceof HTMLElement ? new PathPage(place, site) : undefined;
});
