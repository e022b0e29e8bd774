/** Pictures that are dropped or pasted into the text: each gets a place of its own at once, and its file is sent there. */
import { NodeSelection, Plugin } from "prosemirror-state";
import { insertAfter, startOfBlock } from "galley/blocks.js";
import { filesOf } from "galley/pictureFrame.js";
import { schema } from "galley/schema.js";

/** @typedef {import("prosemirror-view").EditorView} EditorView */

const { image } = schema.nodes;

/** Office programs add a picture of the text to the text; a browser adds the address of a picture to the picture. @param {DataTransfer} data */
function isPicture(data) {
  const html = data.getData("text/html");
  return !html || new DOMParser().parseFromString(html, "text/html").body.textContent.trim() === "";
}

/** The block before which something dropped at a height belongs. @param {EditorView} view @param {number} y */
function indexAt(view, y) {
  let index = view.state.doc.childCount;
  view.state.doc.forEach((_node, pos, at) => {
    const dom = view.nodeDOM(pos);
    if (dom instanceof Element && index === view.state.doc.childCount) {
      const { top, bottom } = dom.getBoundingClientRect();
      index = y < (top + bottom) / 2 ? at : index;
    }
  });
  return index;
}

/** @param {ReturnType<typeof import("galley/uploads.js").uploadsOf>} uploads */
export function picturing(uploads) {
  /** @param {EditorView} view @param {File} file */
  const fill = (view, file) => {
    const { selection } = view.state;
    if (selection instanceof NodeSelection && selection.node.type === image) {
      uploads.start(selection.node.attrs.id, file);
    }
  };

  return new Plugin({
    props: {
      handlePaste(view, event) {
        const files = filesOf(event.clipboardData);
        if (!files.length || !view.editable || !isPicture(event.clipboardData)) {
          return false;
        }
        files.forEach((file) => {
          const { selection } = view.state;
          const waiting = selection instanceof NodeSelection && selection.node.type === image && !selection.node.attrs.src;
          if (!waiting || uploads.at(selection.node.attrs.id)) {
            insertAfter(image.create())(view.state, view.dispatch);
          }
          fill(view, file);
        });
        return true;
      },
      handleDrop(view, event) {
        const files = filesOf(event.dataTransfer);
        if (!files.length || !view.editable) {
          return false;
        }
        event.preventDefault();
        let index = indexAt(view, event.clientY);
        files.forEach((file) => {
          const pos = startOfBlock(view.state.doc, index++);
          const tr = view.state.tr.insert(pos, image.create());
          view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, pos)).scrollIntoView());
          fill(view, file);
        });
        view.focus();
        return true;
      },
    },
  });
}

/**
 * Puts a picture that has arrived into its block, wherever that is now. It is no step of the writer's: undo does not take it back.
 *
 * @param {() => EditorView} view
 * @returns {import("galley/uploads.js").Place}
 */
export const placeInText = (view) => (key, src) => {
  let found = false;
  view().state.doc.forEach((node, pos) => {
    if (!found && node.type === image && node.attrs.id === key) {
      found = true;
      view().dispatch(view().state.tr.setNodeAttribute(pos, "src", src).setMeta("addToHistory", false));
    }
  });
  return found;
};
