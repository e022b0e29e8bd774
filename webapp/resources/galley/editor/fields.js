/** Small text fields inside blocks: who said a quote, what a picture shows. */

/**
 * @typedef {object} FieldSpec
 * @property {string} name of the node's attribute
 * @property {string} label
 * @property {string} [type] of the input
 * @property {(value: string) => boolean} [valid]
 * @property {boolean} [tabbable] false if only its own block's text leads to it
 */

/** Milliseconds without a key after which undo takes a step of its own, as in the text. */
const PAUSE = 500;

/**
 * Keys that are pressed one after the other in a field are one step for undo. The history groups only what touches in the text, and
 * an attribute is none of it; but it keeps together whatever says that it is of one composition.
 */
function typingRun() {
  let name = {};
  let last = -PAUSE;
  return {
    /** @param {import("prosemirror-state").Transaction} tr */
    grouped(tr) {
      if (tr.time - last > PAUSE) {
        name = {};
      }
      last = tr.time;
      return tr.setMeta("composition", name);
    },
    end: () => (last = -PAUSE),
  };
}

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
  const run = typingRun();

  specs.forEach(({ name, label, type = "text", valid, tabbable = true }, index) => {
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
    input.tabIndex = tabbable ? 0 : -1;
    input.addEventListener("input", () => {
      const pos = getPos();
      if (pos !== undefined) {
        view.dispatch(run.grouped(view.state.tr.setNodeAttribute(pos, name, input.value)));
      }
    });
    ["focus", "blur"].forEach((moment) => input.addEventListener(moment, run.end));
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
