// Starts the page of paths.
// @ts-check

import { mountPage } from "./page.js";

const place = document.querySelector("[data-concord-path]");
if (place instanceof HTMLElement) mountPage(place, new URL("../../../", import.meta.url));
