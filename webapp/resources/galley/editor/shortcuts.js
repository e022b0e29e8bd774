/** Signs that make a paragraph another kind of block when typed at its start: `## `, `### `, `> `, `- `, `* `, `1. `. */
import { closeHistory } from "prosemirror-history";
import { Plugin } from "prosemirror-state";
import { setKind } from "galley/blocks.js";
import { schema } from "galley/schema.js";

/** @type {Record<string, import("galley/blocks.js").Kind>} */
const SIGNS = {
  "##": { type: "subheading", level: 2 },
  "###": { type: "subheading", level: 3 },
  ">": { type: "quote" },
  "-": { type: "list", ordered: false },
  "*": { type: "list", ordered: false },
  "1.": { type: "list", ordered: true },
};

export function shortcuts() {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const { $from } = view.state.selection;
        if (text !== " " || from !== to || view.composing || $from.parent.type !== schema.nodes.paragraph) {
          return false;
        }
        const sign = $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc");
        const kind = Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : null;
        if (!kind) {
          return false;
        }
        // Typed first and changed in a step of its own, so that undo gives back what was typed.
        view.dispatch(view.state.tr.insertText(" "));
        const start = view.state.selection.$from.start();
        view.dispatch(closeHistory(view.state.tr));
        const typed = view.state.tr.delete(start, start + sign.length + 1);
        setKind(kind)(view.state.apply(typed), (change) => {
          change.steps.forEach((step) => typed.step(step));
        });
        view.dispatch(typed.scrollIntoView());
        return true;
      },
    },
  });
}
