// Sigma 3 as its documentation begins: positions given, colours and sizes of nodes, colours of edges.
import { MultiDirectedGraph } from "graphology";
import Sigma from "sigma";

import { colourOf } from "./colours.mjs";

/** @param {HTMLElement} place @param {any} data */
export function draw(place, data) {
  const graph = new MultiDirectedGraph();
  data.ids.forEach((_, node) =>
    graph.addNode(node, {
      label: data.labels[node],
      x: data.x[node],
      y: -data.y[node],
      size: 1 + (3 * data.size[node]) / 255,
      color: colourOf(data.topic[node], data.topics.length),
    }),
  );
  data.edges.source.forEach((source, edge) =>
    graph.addEdge(source, data.edges.target[edge], {
      size: 0.8,
      color: colourOf(data.edges.relation[edge], data.relations.length),
    }),
  );
  const camera = new Sigma(graph, place).getCamera();
  const side = Math.min(place.clientWidth, place.clientHeight);
  return {
    pan(dx, dy) {
      const { x, y, ratio } = camera.getState();
      camera.setState({ x: x + (dx / side) * ratio, y: y - (dy / side) * ratio });
    },
    zoom: (factor) => camera.setState({ ratio: camera.getState().ratio / factor }),
  };
}
