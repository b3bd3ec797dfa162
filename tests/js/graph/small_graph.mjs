// A small graph as its file has it, for tests.

/**
 *     a --uses--> b --uses--> c          d ~goes with~ e
 *     a --limits--> c
 */
export const GRAPH = {
  format: 1,
  topics: [
    { key: "one", label: "One & <only>", light: "#111111", dark: "#eeeeee" },
    { key: "two", label: "Two", light: "#222222", dark: "#dddddd" },
    { key: "none", label: "Nobody's", light: "#333333", dark: "#cccccc" },
  ],
  kinds: [{ key: "k", label: "Kind" }],
  statuses: ["draft", "reviewed"],
  relations: [
    { key: "uses", label: "uses", inverse: "is used by", symmetric: false, cost: 1 },
    { key: "limits", label: "limits", inverse: "is limited by", symmetric: false, cost: 2 },
    { key: "goes", label: "goes with", inverse: "goes with", symmetric: true, cost: 1 },
    { key: "unused", label: "is not used", inverse: "", symmetric: false, cost: 1 },
  ],
  ids: ["a", "b", "c", "d", "e"],
  labels: ['An "A" & more', "Bread", "Cider", "Dough", "Élan"],
  topic: [0, 1, 0, 1, 0],
  kind: [0, 0, 0, 0, 0],
  status: [0, 1, 0, 0, 0],
  x: [10_000, 30_000, 50_000, 20_000, 45_000],
  y: [10_000, 14_000, 9_000, 40_000, 42_000],
  size: [255, 128, 60, 20, 0],
  importance: [0, 2, 1, 4, 3],
  page: 128,
  edges: { source: [0, 1, 0, 3], target: [1, 2, 2, 4], relation: [0, 0, 1, 2] },
};

/** As wide as letters of a typewriter. @param {string} text @param {number} size */
export const measure = (text, size, bold = false) => text.length * size * (bold ? 0.6 : 0.55);
