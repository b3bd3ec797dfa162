// The page of the map: what is shown, and what each part is told when that changes.
// @ts-check

import { button, element } from "../ui/element.js";
import { createAddress } from "./address.js";
import { plural } from "../ui/count.js";
import { createCombobox } from "../concepts/field.js";
import { createFilters } from "./panels/filters.js";
import { createHelp } from "./keys.js";
import { lazily } from "../ui/lazily.js";
import { createMatcher } from "../concepts/match.js";
import { createModeBar } from "./panels/modebar.js";
import { createModel } from "./data/model.js";
import { createNotices } from "./panels/notices.js";
import { watchPalette } from "../ui/palette.js";
import { copyLink, download } from "./share.js";
import { createStage } from "./stage.js";
import { namedBy, parseView, UNFILTERED } from "./data/state.js";
import { createToolbar } from "./panels/toolbar.js";

/**
 * @typedef {import("./data/state.js").Graph} Graph
 * @typedef {import("./data/state.js").View} View
 */

/**
 * @param {HTMLElement} place holds the text that the map stands for
 * @param {Graph} graph
 * @param {URL} site the site's root
 * @param {(number: number) => Promise<unknown>} fetchPage of details
 */
export async function createPage(place, graph, site, fetchPage) {
  const matcher = createMatcher(graph);
  const address = createAddress(restore);
  const model = createModel(matcher, address.read());
  const notices = createNotices();
  const { say, tell } = notices;
  const countOf = (/** @type {number} */ node) => plural(model.steps[node].length, "link");
  const sayNode = (/** @type {number} */ node) =>
    say(`${graph.labels[node]}, ${graph.topics[graph.topic[node]].label}, ${countOf(node)}`);

  // What is pointed at in the panel.
  let edge = -1;
  let way = -1;
  let lighted = ""; // what decided on the light

  const app = element("div", { class: "concord-graph__app" });
  const help = createHelp();
  const finder = createCombobox({
    ...{ id: "__concord-graph-find", label: "Find in the graph", placeholder: "Find in the graph" },
    ...{ holds: false, matcher: () => matcher, say },
    choose: (node) => select(node, true),
    other(query) {
      const found = graph.labels.some(namedBy(query));
      return found ? { label: `Show only entries with “${query}”`, take: () => change({ query }) } : null;
    },
  });
  const bar = createModeBar(matcher, {
    say,
    change: (patch) => change(patch, true),
    leaveFocus: () => leave("focus"),
    leavePath: () => leave("path"),
    unfilter: () => change(UNFILTERED),
  });
  const filters = createFilters(graph, (patch) => change(patch));
  const toolbar = createToolbar(app, finder.element, {
    text: (open) => words.use(() => change({ text: open })),
    filters: () => showFilters(!app.classList.contains("concord-graph__app--filters")),
    path: () => askForPath({ selected: "" }, bar.pickFrom),
    save: async (kind) => tell(await download(kind, model.view.text ? undefined : stage.scene())),
    async copy() {
      address.flush();
      tell(await copyLink());
    },
    help: help.open,
    zoom: (factor) => stage.scene()?.zoomBy(factor),
    fit: () => stage.fit(model.route(), cover()),
    reset,
  });
  const stage = createStage(graph, model.steps, {
    ...{ pick, focus, cover, help: help.open },
    open: (node) => location.assign(new URL(`terms/${graph.ids[node]}/`, site)),
    walk: sayNode,
    point(node, at) {
      const told = node < 0 || node === model.selected; // the panel says more
      if (!told) words.use(({ card }) => card.show(node, stage.pointed() === node ? at : null));
      else words.now()?.card.show(-1, null);
      emphasise();
    },
    moved: (at) => look({ at }),
    text: () => turn(true),
    find: () => finder.focus(),
    leave: leaveOne,
  });
  const main = element("div", { class: "concord-graph__main" }, stage.element, filters.nothing, toolbar.zoom);
  const past = () => (stage.element.hidden ? main : stage.element).focus();
  const skip = button("Skip the filters", past, { class: "concord-graph__skip" });
  main.tabIndex = -1;
  const body = element("div", { class: "concord-graph__body" }, skip, filters.element, main);
  app.append(toolbar.bar, bar.element, body, ...notices.elements, stage.hint, help.element);

  const words = lazily(
    async () => {
      const { createWords } = await import("./panels/words.js");
      const made = createWords(graph, site, stage.element, fetchPage, {
        select: (node) => select(node, true),
        tell: (node) => select(node),
        path: (node) => askForPath({ from: graph.ids[node], to: "", selected: "" }, bar.pickTo),
        light(lit) {
          [edge, way] = [lit.edge ?? -1, lit.way ?? -1];
          emphasise();
        },
        ...{ focus, close: leaveOne },
      });
      main.append(made.told.element, made.panel.element, made.route.element);
      return made;
    },
    () => tell("A part of the page could not be loaded. Try again."),
  );

  /**
   * Show another view.
   * @param {Partial<View>} patch
   * @param {boolean} [fit] whether what is shown then shall fill the map
   * @param {boolean} [pick] whether the ends of a path are asked for
   */
  function change(patch, fit = false, pick = model.picking) {
    model.set({ ...model.view, ...patch, ...(fit && { at: null }) }, pick);
    address.push(model.view);
    render();
    if (fit) stage.fit(model.route(), cover());
    const { nodes, edges } = model.shown;
    say(`${plural(nodes.length, "entry", "entries")} and ${plural(edges.length, "link")} shown`);
  }

  /** The same view, looked at otherwise. @param {Parameters<typeof model.look>[0]} patch */
  function look(patch) {
    model.look(patch);
    address.replace(model.view);
  }

  /** @param {View} next from the address */
  function restore(next) {
    /** @param {View} view */
    const show = (view) => {
      model.set(view, false);
      render();
      stage.place(view.at, model.route(), cover());
    };
    if (!next.text && !next.selected && !next.from && !next.to) return show(next);
    const wordless = { ...next, text: false, selected: "", from: "", to: "" };
    return words.use(
      () => show(next),
      () => show(wordless),
    );
  }

  function render() {
    const { view, shown, ends, picking, selected, ways } = model;
    stage.element.hidden = toolbar.zoom.hidden = view.text;
    filters.nothing.hidden = view.text || shown.nodes.length > 0;
    filters.update(view);
    toolbar.update(view);
    bar.update(view, shown, { ...ends, picking, focus: model.nodeOf(view.focus) });
    app.classList.toggle("concord-graph__app--panel", selected >= 0 || picking);
    const { panel, route, told } = words.now() ?? {};
    panel?.update(selected, model.steps[selected] ?? [], selected >= 0 && !model.shows(selected));
    route?.update(ends, ways, !picking || selected >= 0);
    told?.element.toggleAttribute("hidden", !view.text);
    if (view.text) return told?.update(shown);
    stage.show(shown, selected, model.nodeOf(view.focus));
    lighted = "";
    emphasise();
  }

  function emphasise() {
    const node = stage.pointed();
    const now = [edge, way, node, model.selected].join();
    if (now !== lighted) stage.emphasise(model.light({ edge, way, node }));
    lighted = now;
  }

  /** A node was clicked. @param {number} node or -1 */
  function pick(node) {
    const { from, to } = model.view;
    if (model.picking && node >= 0 && !(from && to)) change({ [from ? "to" : "from"]: graph.ids[node] }, Boolean(from));
    else select(node);
  }

  /**
   * @param {number} node or -1
   * @param {boolean} [reach] whether it shall be brought into sight, and the panel read
   */
  function select(node, reach = false) {
    words.use(({ panel }) => {
      edge = -1;
      look({ selected: graph.ids[node] ?? "" });
      render();
      if (node < 0) return;
      stage.bringIntoView(node, panel.element, reach);
      if (model.view.text || reach) panel.focus();
      sayNode(node);
    });
  }

  /** @param {number} node */
  function focus(node) {
    if (node < 0) return;
    const narrow = matchMedia("(max-width: 700px)").matches;
    change({ focus: graph.ids[node], from: "", to: "", selected: narrow ? "" : model.view.selected }, true, false);
  }

  /** @param {Partial<View>} patch @param {() => void} then */
  function askForPath(patch, then) {
    words.use(() => {
      change({ focus: "", ...patch }, false, true);
      then();
    });
  }

  /** @param {"focus" | "path"} mode */
  function leave(mode) {
    change(
      mode === "focus" ? { focus: "", hops: 1, directed: false } : { from: "", to: "" },
      true,
      mode === "focus" && model.picking,
    );
    backToView();
  }

  /** Closes what was opened last. */
  function leaveOne() {
    if (app.classList.contains("concord-graph__app--filters")) showFilters(false);
    else if (model.view.selected) select(-1);
    else if (model.view.focus) leave("focus");
    else if (model.picking) leave("path");
    else return false;
    backToView();
    return true;
  }

  function reset() {
    change(parseView(model.view.text ? "view=text" : ""), true, false);
    showFilters(false);
  }

  /** Text for the map, or the map for the text. @param {boolean} text */
  function turn(text) {
    words.use(() => {
      change({ text });
      backToView();
    });
  }

  /** What lies over the map. */
  function cover() {
    const { panel, route } = words.now() ?? {};
    return [panel, route].find((it) => it && !it.element.hidden)?.element;
  }

  function backToView() {
    ((model.view.text && words.now()?.told.element) || stage.element).focus();
  }

  /** @param {boolean} open on small screens, where they cover the map */
  function showFilters(open) {
    app.classList.toggle("concord-graph__app--filters", open);
    toolbar.filtersOpen(open);
    if (open) filters.title.focus();
  }

  const leavePalette = watchPalette((dark) => {
    filters.recolour(dark);
    stage.scene()?.recolour();
  });
  app.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !help.element.open) leaveOne();
    if (event.key === "t" && event.target === words.now()?.told.element) turn(false);
  });
  place.append(app);
  place.dataset.state = "ready"; // what is hidden has no size, and the map asks for its own
  await restore(model.view);
  // What the map draws can be asked for, by tests and by whoever is curious.
  Object.assign(place, { concordGraph: { scene: stage.scene, shown: () => model.shown } });

  return {
    dispose() {
      leavePalette();
      address.dispose();
      notices.dispose();
      words.now()?.card.dispose();
      stage.dispose();
      app.remove();
    },
  };
}
