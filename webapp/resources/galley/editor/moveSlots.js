/** What a person with the right does to ad slots: moves one by keys or by dragging its bar, puts one at a block. */
import { closeHistory, redo, undo } from "prosemirror-history";
import { Plugin } from "prosemirror-state";
import { startOfBlock } from "galley/blocks.js";
import { letterOf } from "galley/letters.js";
import { slotsKey, standing } from "galley/slots.js";
import { SlotStep } from "galley/slotStep.js";

/** @typedef {import("prosemirror-view").EditorView} EditorView */

/** Pixels that a pointer moves before a press becomes a drag. */
const SLACK = 4;

/** @param {import("prosemirror-state").EditorState} state @param {string} id */
const slotOf = (state, id) => slotsKey.getState(state).slots.find((slot) => slot.ad.id === id);

/**
 * Puts a slot after a block.
 *
 * @param {EditorView} view
 * @param {string} id of the slot
 * @param {string} anchor id of the block
 * @returns {boolean} whether it moved
 */
export function putSlot(view, id, anchor) {
  const slot = slotOf(view.state, id);
  if (!slot || slot.anchor === anchor) {
    return false;
  }
  const to = { anchor, home: null, state: "placed", hasPlace: true, pinned: true, byHand: true };
  view.dispatch(closeHistory(view.state.tr).step(new SlotStep(slot.ad, standing(slot), to)));
  return true;
}

/** Moves a slot over the block above or below it. @param {EditorView} view @param {string} id @param {-1 | 1} direction */
function step(view, id, direction) {
  const { doc } = view.state;
  const slot = slotOf(view.state, id);
  const at = slot.anchor === null ? -1 : doc.children.findIndex((node) => node.attrs.id === slot.anchor);
  const next = at + direction;
  if (next < 0 || next >= doc.childCount || !putSlot(view, id, doc.child(next).attrs.id)) {
    return false;
  }
  const bar = view.dom.querySelector(`[data-slot="${id}"]`);
  bar?.focus();
  bar?.scrollIntoView({ block: "nearest" });
  return true;
}

/** The block whose lower edge is nearest to a height on the screen. @param {EditorView} view @param {number} y @param {boolean} top whether the top counts, as -1 */
function nearest(view, y, top) {
  let best = { index: 0, distance: Infinity, bottom: 0 };
  if (top) {
    const first = view.nodeDOM(0);
    const edge = first instanceof Element ? first.getBoundingClientRect().top - 12 : 0;
    best = { index: -1, distance: Math.abs(edge - y), bottom: edge };
  }
  view.state.doc.forEach((_node, pos, index) => {
    const dom = view.nodeDOM(pos);
    if (dom instanceof Element) {
      const { bottom } = dom.getBoundingClientRect();
      const distance = Math.abs(bottom - y);
      if (distance < best.distance) {
        best = { index, distance, bottom };
      }
    }
  });
  return best;
}

/**
 * The line that shows where what is dragged would go.
 *
 * @param {EditorView} view
 * @param {HTMLElement} host positioned
 * @param {string} look its class
 */
export function dropLine(view, host, look) {
  const line = document.createElement("div");
  line.className = `galley-drop-line ${look}`;
  host.append(line);
  return {
    /** @param {number} y @param {boolean} [top] whether it may go to the top @returns {number} index of the block before */
    show(y, top = false) {
      const place = nearest(view, y, top);
      line.style.top = `${place.bottom - host.getBoundingClientRect().top + 6}px`;
      return place.index;
    },
    end: () => line.remove(),
  };
}

/**
 * @param {object} options
 * @param {HTMLElement} options.host
 * @param {() => boolean} options.movable
 * @param {(key: string) => void} options.tell
 */
export function movingSlots({ host, movable, tell }) {
  /** @param {EventTarget | null} target */
  const barOf = (target) => (target instanceof Element ? target.closest(".galley-slot-movable") : null);

  /** @param {EditorView} view @param {PointerEvent} press */
  const drag = (view, press) => {
    const bar = movable() && press.button === 0 ? barOf(press.target) : null;
    if (!bar) {
      return;
    }
    const id = bar.dataset.slot;
    /** @type {ReturnType<typeof dropLine> | null} */
    let line = null;
    let target = -1;
    const over = new AbortController();
    const finish = (drop) => {
      over.abort();
      line?.end();
      bar.classList.remove("galley-slot-dragged");
      if (drop && line && putSlot(view, id, view.state.doc.child(target).attrs.id)) {
        tell("slot.moved");
      }
    };
    const listen = (name, listener) => window.addEventListener(name, listener, { signal: over.signal, capture: true });
    listen("pointermove", (event) => {
      if (!line && Math.abs(event.clientY - press.clientY) > SLACK) {
        line = dropLine(view, host, "galley-drop-slot");
        bar.classList.add("galley-slot-dragged");
      }
      if (line) {
        target = line.show(event.clientY);
      }
    });
    listen("pointerup", () => finish(true));
    listen("pointercancel", () => finish(false));
    listen("keydown", (event) => event.key === "Escape" && finish(false));
    bar.focus();
    press.preventDefault();
  };

  return new Plugin({
    view(view) {
      const pressed = (event) => drag(view, event);
      const keyed = (event) => {
        const bar = movable() ? barOf(event.target) : null;
        const mod = event.ctrlKey || event.metaKey;
        const direction = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        const letter = letterOf(event);
        if (bar && mod && !event.altKey && /^[zy]$/.test(letter)) {
          // Also where the text cannot be changed, and the surface itself hears no keys.
          event.preventDefault();
          event.stopPropagation();
          (event.shiftKey || letter === "y" ? redo : undo)(view.state, view.dispatch);
          view.dom.querySelector(`[data-slot="${bar.dataset.slot}"]`)?.focus();
        } else if (bar && direction && !mod) {
          event.preventDefault();
          event.stopPropagation();
          if (step(view, bar.dataset.slot, direction)) {
            tell(direction < 0 ? "moved.up" : "moved.down");
          }
        } else if (bar && event.key === "Escape") {
          view.focus();
        }
      };
      view.dom.addEventListener("pointerdown", pressed, true);
      view.dom.addEventListener("keydown", keyed, true);
      return {
        destroy() {
          view.dom.removeEventListener("pointerdown", pressed, true);
          view.dom.removeEventListener("keydown", keyed, true);
        },
      };
    },
  });
}

/** The id of the block that holds the cursor's end. @param {import("prosemirror-state").EditorState} state */
export const blockAtCursor = ({ doc, selection }) =>
  doc.child(Math.min(selection.$to.index(0), doc.childCount - 1)).attrs.id;

/** @param {import("prosemirror-model").Node} doc @param {string} id @returns {number} where a block begins, or -1 */
export function blockStart(doc, id) {
  const index = doc.children.findIndex((node) => node.attrs.id === id);
  return index < 0 ? -1 : startOfBlock(doc, index);
}
