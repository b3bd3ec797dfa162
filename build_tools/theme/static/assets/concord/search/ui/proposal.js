// A link that begins a new entry.
// @ts-check

import { element } from "../../ui/element.js";
import { fetchJson } from "../../ui/fetching.js";

/** @type {Promise<string> | undefined} */
let template;

/**
 * The address at which a new entry is begun, with places to fill in; `""` where there is none.
 * @param {URL} site
 */
function proposalTemplate(site) {
  template ??= fetchJson(new URL("assets/concord/search/propose.json", site))
    .then((file) => String(/** @type {{ template: unknown }} */ (file).template))
    .catch(() => {
      template = undefined; // offline: asked again next time
      return "";
    });
  return template;
}

/**
 * A link to a new entry with the words filled in, shown as soon as it is known where it leads.
 * @param {string} words
 * @param {URL} site
 */
export function proposal(words, site) {
  const link = element(
    "a",
    { class: "concord-button concord-action", hidden: "", rel: "nofollow" },
    `Propose “${words}” as a term`,
  );
  proposalTemplate(site).then((address) => {
    if (!address) return;
    const letters = words.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ß", "ss");
    const id = (letters.match(/[a-z0-9]+/g) ?? ["new", "term"]).join("-");
    const entry = `term: ${JSON.stringify(words)}\ntopic: \nkind: \ndefinition: >-\n  \n`;
    const filled = address
      .replace("{id}", () => encodeURIComponent(id))
      .replace("{entry}", () => encodeURIComponent(entry));
    link.href = new URL(filled, site).href;
    link.hidden = false;
  });
  return link;
}
