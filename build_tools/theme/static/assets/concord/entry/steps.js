// Where arrow keys lead among the dots of a drawing.
// @ts-check

/**
 * Where an arrow key leads: up and down in a column, across to the nearest of the other one, and to
 * the ends with Home and End.
 * @param {{ x: number, y: number }[]} dots
 * @param {number} from
 * @param {string} key
 * @returns {number} -1 for nowhere
 */
export function stepFrom(dots, from, key) {
  const here = dots[from];
  const column = [...dots.keys()].filter((at) => dots[at].x === here.x).sort((a, b) => dots[a].y - dots[b].y);
  const at = column.indexOf(from);
  if (key === "ArrowDown") return column[at + 1] ?? -1;
  if (key === "ArrowUp") return column[at - 1] ?? -1;
  if (key === "Home") return column[0];
  if (key === "End") return column[column.length - 1];
  if (key !== "ArrowLeft" && key !== "ArrowRight") return -1;
  const across = [...dots.keys()].filter((it) => (key === "ArrowLeft" ? dots[it].x < here.x : dots[it].x > here.x));
  const [nearest = -1] = across.sort((a, b) => Math.abs(dots[a].y - here.y) - Math.abs(dots[b].y - here.y));
  return nearest;
}
