// How what is shown comes and goes: whoever makes a part ends it.
// @ts-check

/** @typedef {{ dispose(): void }} Disposable what listens, waits or stands in the page until it is ended */

/** All that ends together. */
export class Lifetime {
  #controller = new AbortController();
  /** @type {(() => void)[]} */
  #ends = [];

  /** Ends listeners: `addEventListener(type, listener, { signal })`. */
  get signal() {
    return this.#controller.signal;
  }

  /**
   * A part that ends with the others.
   * @template {Disposable} Part
   * @param {Part} part
   */
  own(part) {
    this.onEnd(() => part.dispose());
    return part;
  }

  /** @param {() => void} end called at once where all has ended */
  onEnd(end) {
    if (this.signal.aborted) end();
    else this.#ends.push(end);
  }

  /** Ends everything, what came last first. */
  dispose() {
    this.#controller.abort();
    for (const end of this.#ends.splice(0).reverse()) end();
  }
}

/**
 * A part of a page that is one element: it ends with what it owns, and takes the element away.
 * @template {Element} [Place=HTMLElement]
 */
export class Component extends Lifetime {
  /** @param {Place} element */
  constructor(element) {
    super();
    this.element = element;
  }

  dispose() {
    super.dispose();
    this.element.remove();
  }
}

/** Something that is done after a rest, and only once if it is asked for again before. */
export class Rest {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #milliseconds;

  /** @param {number} milliseconds */
  constructor(milliseconds) {
    this.#milliseconds = milliseconds;
  }

  /** @param {() => void} act */
  before(act) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, this.#milliseconds);
  }

  /** What was asked for is not done. */
  cancel() {
    clearTimeout(this.#timer);
  }

  dispose() {
    this.cancel();
  }
}

/**
 * Puts something on every page that the reader comes to, and ends it with the page.
 * @param {() => Promise<Disposable> | Disposable | undefined} mount
 */
export function onEachPage(mount) {
  /** @type {Promise<Disposable | undefined>} */
  let mounted = Promise.resolve(undefined);
  const visit = () => {
    const before = mounted.catch(() => undefined);
    mounted = before.then((it) => {
      it?.dispose();
      return mount();
    });
  };
  // Material's bundle says when it has put another page in place; without it there is one page.
  const pages = /** @type {{ subscribe(next: () => void): void } | undefined} */ (
    /** @type {any} */ (window).document$
  );
  if (pages) pages.subscribe(visit);
  else visit();
}
