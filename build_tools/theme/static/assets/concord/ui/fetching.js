// Files of the site.
// @ts-check

/** A file could not be fetched, which is no mistake of ours. */
export class Unavailable extends Error {}

/**
 * @param {string | URL} url
 * @returns {Promise<unknown>} rejected with `Unavailable`, or because it is no JSON
 */
export async function fetchJson(url) {
  const response = await fetch(url).catch((error) => {
    throw new Unavailable(String(url), { cause: error });
  });
  if (!response.ok) throw new Unavailable(`${response.status} ${url}`);
  return response.json();
}
