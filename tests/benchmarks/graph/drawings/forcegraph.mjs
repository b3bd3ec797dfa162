// force-graph with given positions and no forces.
import ForceGraph from "force-graph";

import { colourOf } from "./colours.mjs";

/** @param {HTMLElement} place @param {any} data */
export function draw(place, data) {
  const nodes = data.ids.map((_, node) => {
    const [x, y] = [data.x[node] / 60, data.y[node] / 60];
    return {
      id: node,
      x,
      y,
      fx: x,
      fy: y,
      name: data.labels[node],
      topic: data.topic[node],
      val: 0.3 + data.size[node] / 255,
    };
  });
  // Nodes, not their ids: those only the force of links looks up, and without it none would be drawn.
  const links = data.edges.source.map((source, edge) => ({
    source: nodes[source],
    target: nodes[data.edges.target[edge]],
    relation: data.edges.relation[edge],
  }));
  const map = new ForceGraph(place)
    .d3Force("link", null)
    .d3Force("charge", null)
    .d3Force("center", null)
    .warmupTicks(0)
    .cooldownTicks(0)
    .width(place.clientWidth)
    .height(place.clientHeight)
    .nodeColor(({ topic }) => colourOf(topic, data.topics.length))
    .linkColor(({ relation }) => colourOf(relation, data.relations.length))
    .graphData({ nodes, links })
    .centerAt(65535 / 120, 65535 / 120)
    .zoom((Math.min(place.clientWidth, place.clientHeight) * 60) / 65535);
  return {
    pan(dx, dy) {
      const { x, y } = map.centerAt();
      map.centerAt(x + dx / map.zoom(), y + dy / map.zoom());
    },
    zoom: (factor) => map.zoom(map.zoom() * factor),
  };
}
