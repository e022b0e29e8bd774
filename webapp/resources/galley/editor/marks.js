/** Commands on inline text: setting it strong, in italics and so on, and line breaks. */
import { toggleMark } from "prosemirror-commands";
import { schema } from "galley/schema.js";

/** Text stands either below or above the line. */
const OPPOSITE = { sub: "sup", sup: "sub" };

/**
 * Whether the selection, or what would be typed at the cursor, is set this way.
 *
 * @param {import("prosemirror-state").EditorState} state
 * @param {string} name
 */
export function hasMark(state, name) {
  const type = schema.marks[name];
  const { from, to, empty, $from } = state.selection;
  return empty
    ? Boolean(type.isInSet(state.storedMarks ?? $from.marks()))
    : state.doc.rangeHasMark(from, to, type);
}

/**
 * @param {string} name of a mark
 * @returns {import("prosemirror-state").Command}
 */
export function toggle(name) {
  const plain = toggleMark(schema.marks[name], null, { removeWhenPresent: true });
  const opposite = schema.marks[OPPOSITE[name]];
  return (state, dispatch, view) =>
    plain(
      state,
      dispatch &&
        ((tr) => {
          if (opposite) {
            const { from, to } = tr.selection;
            tr.selection.empty ? tr.removeStoredMark(opposite) : tr.removeMark(from, to, opposite);
          }
          dispatch(tr);
        }),
      view,
    );
}

/** @type {import("prosemirror-state").Command} */
export const lineBreak = (state, dispatch) => {
  const { $from } = state.selection;
  if (!$from.parent.isTextblock) {
    return false;
  }
  const marks = state.storedMarks ?? $from.marks();
  dispatch?.(
    state.tr.replaceSelectionWith(schema.nodes.hard_break.create(null, null, marks), false).scrollIntoView(),
  );
  return true;
};
