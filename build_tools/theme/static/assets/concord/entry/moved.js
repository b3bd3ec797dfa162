/**
 * Leads on from a former address of an entry. A refresh does so without script, and loses the
 * fragment.
 */

(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  location.replace(script.dataset.to + location.hash);
})();
