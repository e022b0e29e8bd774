/** Makes the elements that comments are drawn with. */

/**
 * @param {string} tag
 * @param {string} [name] its class
 * @param {...(Node | string)} content
 */
export function make(tag, name = "", ...content) {
  const element = document.createElement(tag);
  if (name) {
    element.className = name;
  }
  element.append(...content);
  return element;
}

/** @param {string} text @param {string} name @param {() => void} press */
export function button(text, name, press) {
  const element = /** @type {HTMLButtonElement} */ (make("button", name, text));
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

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
 * What stands beside a paragraph that somebody commented on.
 *
 * @param {{ count: number, must: boolean }} mark
 * @param {string} said for those who do not see it
 */
export function markButton(mark, said) {
  const element = /** @type {HTMLButtonElement} */ (make("button", `comment-mark${mark.must ? " must" : ""}`, bubble(), String(mark.count)));
  element.type = "button";
  element.setAttribute("aria-label", said);
  element.title = said;
  return element;
}
