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
