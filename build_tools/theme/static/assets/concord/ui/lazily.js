// What is fetched when it is first wanted.
// @ts-check

/**
 * @template Value
 * @param {() => Promise<Value>} fetch asked again if it fails
 * @param {() => void} failed
 */
export function lazily(fetch, failed) {
  /** @type {Value | undefined} */
  let value;
  /** @type {Promise<Value> | undefined} */
  let coming;

  /**
   * Does what needs the value: at once if it is there.
   * @param {(value: Value) => void} then
   * @param {() => void} [otherwise]
   * @returns {Promise<void> | void}
   */
  function use(then, otherwise) {
    if (value) return then(value);
    coming ??= fetch();
    return coming.then(
      (it) => {
        value = it;
        then(it);
      },
      () => {
        coming = undefined;
        failed();
        otherwise?.();
      },
    );
  }
  return { use, now: () => value };
}
