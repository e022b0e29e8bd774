/** The grip beside each block: dragging it moves the block, with its id. The same by keys: Alt and the up and down arrows. */
import { closeHistory } from "prosemirror-history";
import { NodeSelection, Plugin, TextSelection } from "prosemirror-state";
import { startOfBlock } from "galley/blocks.js";
import { dropLine } from "galley/moveSlots.js";

/** @typedef {import("prosemirror-view").EditorView} EditorView */

const SLACK = 4;

/** The index of the block at a height on the screen, or -1. @param {EditorView} view @param {number} y */
export function blockAt(view, y) {
  let found = -1;
  view.state.doc.forEach((_node, pos, index) => {
    const dom = found < 0 ? view.nodeDOM(pos) : null;
    if (dom instanceof Element) {
      const { top, bottom } = dom.getBoundingClientRect();
      if (y >= top - 8 && y <= bottom + 8) {
        found = index;
      }
    }
  });
  return found;
}

/**
 * Moves a block behind another one.
 *
 * @param {EditorView} view
 * @param {number} index
 * @param {number} behind index of the other; -1 for the top
 * @returns {boolean} whether it moved
 */
export function moveBehind(view, index, behind) {
  if (behind === index || behind === index - 1) {
    return false;
  }
  const { doc } = view.state;
  const node = doc.child(index);
  const from = startOfBlock(doc, index);
  const tr = closeHistory(view.state.tr).delete(from, from + node.nodeSize);
  const to = tr.mapping.map(startOfBlock(doc, behind + 1));
  tr.insert(to, node);
  const selection = node.isAtom ? NodeSelection.create(tr.doc, to) : TextSelection.near(tr.doc.resolve(to + 1));
  view.dispatch(tr.setSelection(selection).scrollIntoView());
  return true;
}

/**
 * @param {object} options
 * @param {HTMLElement} options.host positioned
 * @param {string} options.title
 * @param {() => void} options.moved
 * @param {(id: string) => string} [options.about] what is said of a block while the pointer is on it
 */
export function handles({ host, title, moved, about = () => "" }) {
  return new Plugin({
    view(view) {
      const grip = document.createElement("div");
      grip.className = "galley-grip";
      grip.title = title;
      // Its work is done by keys as well, so it is one stop less for those who use them.
      grip.setAttribute("aria-hidden", "true");
      grip.textContent = "⠿";
      grip.hidden = true;
      const said = document.createElement("div");
      said.className = "galley-about";
      said.setAttribute("aria-hidden", "true");
      said.hidden = true;
      host.append(grip, said);
      let index = -1;

      const show = (event) => {
        const at = event.pointerType !== "touch" ? blockAt(view, event.clientY) : -1;
        if (at === index && !grip.hidden) {
          return;
        }
        index = at;
        grip.hidden = at < 0 || !view.editable;
        const dom = at < 0 ? null : view.nodeDOM(startOfBlock(view.state.doc, at));
        if (dom instanceof Element) {
          const line = parseFloat(getComputedStyle(dom).lineHeight) || 28;
          const top = dom.getBoundingClientRect().top - host.getBoundingClientRect().top;
          grip.style.top = `${top + (line - 24) / 2}px`;
          said.style.top = `${top - 15}px`;
          said.textContent = about(view.state.doc.child(at).attrs.id);
        }
        said.hidden = at < 0 || !said.textContent;
      };
      const press = (down) => {
        if (down.button !== 0 || index < 0) {
          return;
        }
        down.preventDefault();
        const { id } = view.state.doc.child(index).attrs;
        /** @type {ReturnType<typeof dropLine> | null} */
        let line = null;
        let target = -1;
        const over = new AbortController();
        const listen = (name, listener) => window.addEventListener(name, listener, { signal: over.signal, capture: true });
        const finish = (drop) => {
          over.abort();
          line?.end();
          const now = view.state.doc.children.findIndex((node) => node.attrs.id === id);
          if (drop && line && now >= 0 && moveBehind(view, now, target)) {
            moved();
          }
          view.focus();
        };
        listen("pointermove", (event) => {
          if (!line && Math.abs(event.clientY - down.clientY) > SLACK) {
            line = dropLine(view, host, "galley-drop-block");
          }
          target = line ? line.show(event.clientY, true) : target;
        });
        listen("pointerup", () => finish(true));
        listen("pointercancel", () => finish(false));
        listen("keydown", (event) => event.key === "Escape" && finish(false));
      };
      const leave = () => (grip.hidden = said.hidden = true);
      host.addEventListener("pointermove", show);
      host.addEventListener("pointerleave", leave);
      view.dom.addEventListener("keydown", leave);
      grip.addEventListener("pointerdown", press);
      return {
        destroy() {
          host.removeEventListener("pointermove", show);
          host.removeEventListener("pointerleave", leave);
          view.dom.removeEventListener("keydown", leave);
          grip.remove();
          said.remove();
        },
      };
    },
  });
}
