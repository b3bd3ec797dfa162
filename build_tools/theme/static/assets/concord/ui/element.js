// Elements, made by calls: every text comes from authors and readers and is only ever a text node.
// @ts-check

/**
 * An element. `false` and `null` leave an attribute or a child out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | false | null>} [attributes]
 * @param {(Node | string | false | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter((it) => it !== false && it !== null));
  return made;
}

/**
 * @param {string | Node} label
 * @param {() => void} press
 * @param {Record<string, string | false | null>} [attributes]
 */
export function button(label, press, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", press);
  return made;
}
