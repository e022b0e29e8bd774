/** Small text fields inside blocks: who said a quote, what a picture shows. */

/**
 * @typedef {object} FieldSpec
 * @property {string} name of the node's attribute
 * @property {string} label
 * @property {string} [type] of the input
 * @property {(value: string) => boolean} [valid]
 */

/**
 * Makes the fields of a node view; each writes its attribute as it is typed, so that undo covers it.
 *
 * @param {FieldSpec[]} specs
 * @param {object} context
 * @param {import("prosemirror-view").EditorView} context.view
 * @param {() => number | undefined} context.getPos
 * @param {(event: KeyboardEvent, last: boolean) => boolean} context.onKey whether it dealt with the key
 */
export function makeFields(specs, { view, getPos, onKey }) {
  const element = document.createElement("div");
  element.className = "galley-fields";
  element.contentEditable = "false";
  /** @type {Map<string, HTMLInputElement>} */
  const inputs = new Map();

  specs.forEach(({ name, label, type = "text", valid }, index) => {
    const field = document.createElement("label");
    field.className = `galley-field galley-field-${name}`;
    const caption = document.createElement("span");
    caption.textContent = label;
    const input = document.createElement("input");
    input.type = type;
    input.dir = type === "url" ? "ltr" : "auto";
    input.autocomplete = "off";
    input.spellcheck = type === "text";
    input.placeholder = label;
    input.readOnly = !view.editable;
    input.addEventListener("input", () => {
      const pos = getPos();
      if (pos !== undefined) {
        view.dispatch(view.state.tr.setNodeAttribute(pos, name, input.value));
      }
    });
    input.addEventListener("change", () => {
      input.setAttribute("aria-invalid", String(Boolean(valid && input.value && !valid(input.value))));
    });
    input.addEventListener("keydown", (event) => {
      if (onKey(event, index === specs.length - 1)) {
        event.preventDefault();
      } else if (event.key === "Enter") {
        event.preventDefault();
        inputs.get(specs[index + 1]?.name)?.focus();
      }
    });
    field.append(caption, input);
    element.append(field);
    inputs.set(name, input);
  });

  return {
    element,
    /** @param {import("prosemirror-model").Node} node */
    show(node) {
      for (const [name, input] of inputs) {
        if (input.value !== node.attrs[name]) {
          input.value = node.attrs[name];
        }
        input.parentElement.classList.toggle("galley-field-empty", !node.attrs[name]);
      }
    },
    /** @param {boolean} editable */
    setEditable(editable) {
      inputs.forEach((input) => {
        input.readOnly = !editable;
      });
    },
  };
}
