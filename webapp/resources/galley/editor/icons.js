/** The toolbar's drawings: strokes on a 16 by 16 grid. */

const PATHS = {
  sub: "M3 3.5l6 7M9 3.5l-6 7M11.4 11c.3-1 2.1-.9 2.1.3 0 .9-2.1 1.3-2.1 2.7h2.3",
  sup: "M3 6l6 7M9 6l-6 7M11.4 3c.3-1 2.1-.9 2.1.3 0 .9-2.1 1.3-2.1 2.7h2.3",
  link: "M6.5 9.5l3-3M7 4.5l1.2-1.2a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.2 1.2a2.8 2.8 0 0 1-4-4L5 7.5",
  quote: "M3 11.5c2 0 3-1.5 3-4V4.5H2.5v3H6M10 11.5c2 0 3-1.5 3-4V4.5H9.5v3H13",
  bullets: "M6.5 4h7M6.5 8h7M6.5 12h7M3 4h.01M3 8h.01M3 12h.01",
  numbers: "M7 4h6.5M7 8h6.5M7 12h6.5M2.5 3l1-.5v3.5M2.3 10.2c.4-.9 2-.7 1.9.3 0 .7-1.9 1.2-1.9 2.3h2",
  image: "M2.5 3.5h11v9h-11zM2.5 10.5l3-3 2.5 2.5 2-2 3.5 3M10.5 6h.01",
  embed: "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  find: "M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3 3",
  undo: "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7M3 6.5l3-3M3 6.5l3 3",
  redo: "M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9M13 6.5l-3-3M13 6.5l-3 3",
};

const SVG = "http://www.w3.org/2000/svg";

/** @param {keyof typeof PATHS} name @returns {SVGElement} */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
