/** The words that an empty story shows where its text will be. */
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { schema } from "galley/schema.js";

/** @param {import("prosemirror-model").Node} doc */
export function isEmptyStory(doc) {
  return doc.childCount === 1 && doc.firstChild.type === schema.nodes.paragraph && doc.firstChild.content.size === 0;
}

/** @param {string} text */
export function placeholder(text) {
  return new Plugin({
    props: {
      decorations({ doc }) {
        return isEmptyStory(doc)
          ? DecorationSet.create(doc, [
              Decoration.node(0, doc.firstChild.nodeSize, { class: "galley-placeholder", "data-placeholder": text }),
            ])
          : null;
      },
    },
  });
}
