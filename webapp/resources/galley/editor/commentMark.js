/** Draws what stands beside a paragraph that somebody commented on; the surface and comparisons show the same. */

const SVG = "http://www.w3.org/2000/svg";

/** A speech bubble. */
export function bubble() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M2.5 3.5h11v7.5H7.5L4.5 13.5V11h-2z");
  svg.append(path);
  return svg;
}

/**
 * The button with the number of open comments.
 *
 * @param {{ count: number, must: boolean }} mark
 * @param {string} said for those who do not see it
 */
export function markButton(mark, said) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = mark.must ? "comment-mark must" : "comment-mark";
  element.append(bubble(), String(mark.count));
  element.setAttribute("aria-label", said);
  element.title = said;
  return element;
}
