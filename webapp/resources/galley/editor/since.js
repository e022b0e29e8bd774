/**
 * Brings in what others changed while somebody types: a mark remembers the document of one moment and follows what was typed
 * since, so that a change of that document finds its place in the one of now.
 */
import { EditorState } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { docToBody } from "galley/html.js";
import { TRUST_IDS } from "galley/ids.js";
import { updateTo } from "galley/update.js";

/**
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {object} Mark
 * @property {Node} doc
 * @property {import("galley/html.js").BodyBlock[]} body what the document was
 * @property {Mapping} typed what happened since
 * @property {() => void} end
 */

/** The marks that are open on one surface. */
export function marks() {
  /** @type {Set<Mark>} */
  const open = new Set();
  return {
    /** @param {Node} doc @returns {Mark} */
    set(doc) {
      const mark = { doc, body: docToBody(doc), typed: new Mapping(), end: () => open.delete(mark) };
      open.add(mark);
      return mark;
    },
    /** @param {readonly import("prosemirror-state").Transaction[]} transactions */
    follow(transactions) {
      open.forEach((mark) => transactions.forEach((tr) => mark.typed.appendMapping(tr.mapping)));
    },
  };
}

/**
 * Whether somebody typed in a stretch of the marked document.
 *
 * @param {Mapping} typed
 * @param {number} from
 * @param {number} to
 */
function isTouched(typed, from, to) {
  let start = from;
  let end = to;
  let touched = false;
  typed.maps.forEach((map) => {
    map.forEach((oldStart, oldEnd) => {
      touched ||= start === end ? oldStart < start && oldEnd > start : oldStart < end && oldEnd > start;
    });
    start = map.map(start, start === end ? -1 : 1);
    end = Math.max(start, map.map(end, -1));
  });
  return touched;
}

/**
 * A transaction that makes, in the document of now, the change from the marked document to another one; selection and undo
 * stay as they are.
 *
 * @param {EditorState} state
 * @param {Mark} mark
 * @param {Node} next with ids
 * @returns {import("prosemirror-state").Transaction | null} null if somebody has typed just where the change is
 */
export function changeSince(state, mark, next) {
  if (state.doc === mark.doc) {
    return updateTo(state, next);
  }
  // Its steps go from the end to the start, so each one's positions are still those of the marked document.
  const { steps } = updateTo(EditorState.create({ doc: mark.doc }), next);
  const { tr } = state;
  for (const step of steps) {
    let free = true;
    step.getMap().forEach((from, to) => (free &&= !isTouched(mark.typed, from, to)));
    const mapped = free ? step.map(mark.typed) : null;
    if (!mapped || tr.maybeStep(mapped).failed) {
      return null;
    }
  }
  return tr.setMeta(TRUST_IDS, true).setMeta("addToHistory", false);
}
