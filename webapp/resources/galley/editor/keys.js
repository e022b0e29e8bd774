/** What keys do in the surface. The names here are also what the toolbar announces as shortcuts. */
import {
  baseKeymap,
  chainCommands,
  deleteSelection,
  joinBackward,
  joinForward,
  selectNodeBackward,
  selectNodeForward,
  splitBlock,
} from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { keydownHandler } from "prosemirror-keymap";
import { AllSelection, NodeSelection, Plugin, Selection } from "prosemirror-state";
import { backspaceAtStart, deleteAtEnd, emptyToParagraph, enterInList, moveBlocks, setKind, toggleKind } from "galley/blocks.js";
import { lineBreak, toggle } from "galley/marks.js";
import { schema } from "galley/schema.js";

/** What browsers give as `keyCode` of a key that an input method takes. */
const COMPOSING = 229;

/** What a new block asks for first: a picture, or else its first words. @param {globalThis.Node | null} dom @returns {HTMLElement | undefined} */
export const firstField = (dom) =>
  [...(dom?.querySelectorAll?.(".galley-picture-place[data-own='false'] .galley-picture-choose, input:not([type=file])") ?? [])].find(
    (field) => field.offsetParent !== null,
  );

/** Enter on a selected picture or embed goes to its first field. @type {import("prosemirror-state").Command} */
const intoFields = (state, _dispatch, view) => {
  const { selection } = state;
  if (!(selection instanceof NodeSelection) || !view) {
    return false;
  }
  const field = firstField(view.nodeDOM(selection.from));
  field?.focus();
  return Boolean(field);
};

/** @type {import("prosemirror-state").Command} */
const noBlockSelection = (state) => state.selection instanceof NodeSelection;

/** Enter over several blocks deletes what is selected first, so that one block is split. @type {import("prosemirror-state").Command} */
const enter = (state, dispatch, view) => {
  const { $from, $to } = state.selection;
  if ($from.sameParent($to) || state.selection instanceof NodeSelection) {
    return chainCommands(intoFields, noBlockSelection, enterInList, emptyToParagraph, splitBlock)(state, dispatch, view);
  }
  dispatch(state.tr.deleteSelection());
  return enter(view.state, view.dispatch, view) || true;
};

/**
 * An arrow key after "select all" goes to an end of the text at once. Left to the browser, the selection would follow a moment
 * later, and what is typed in that moment would replace the story.
 *
 * @param {-1 | 1} direction
 * @returns {import("prosemirror-state").Command}
 */
const leaveAll = (direction) => (state, dispatch) => {
  if (!(state.selection instanceof AllSelection)) {
    return false;
  }
  const end = direction < 0 ? Selection.atStart(state.doc) : Selection.atEnd(state.doc);
  dispatch?.(state.tr.setSelection(end).scrollIntoView());
  return true;
};

/**
 * Tab goes from a quote to who said it, and from anywhere else on to the next ad slot that can be moved, or out of the text: the
 * browser would go to the first field of all blocks, and what is typed next would be in there.
 *
 * @param {() => void} leave
 * @returns {import("prosemirror-state").Command}
 */
const onward = (leave) => (state, _dispatch, view) => {
  if (!view?.editable) {
    return false;
  }
  const { $head } = state.selection;
  const block = $head.depth > 0 ? view.nodeDOM($head.before(1)) : null;
  const who = $head.parent.type === schema.nodes.quote ? block?.querySelector(".galley-field-attribution input") : null;
  if (who) {
    who.focus();
    return true;
  }
  if (intoFields(state, undefined, view)) {
    return true;
  }
  const slot = [...view.dom.querySelectorAll(".galley-slot[tabindex]")].find(
    (bar) => block?.compareDocumentPosition(bar) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  if (slot) {
    slot.focus();
    return true;
  }
  leave();
  // The browser goes on from there.
  return false;
};

/**
 * @param {object} actions what reaches out of the text
 * @param {() => void} actions.link opens the link box
 * @param {(replacing: boolean) => void} actions.find opens the find box
 * @param {() => void} actions.image puts a place for a picture in
 * @param {() => void} actions.leave moves the focus out of the surface
 * @param {() => void} actions.toolbar moves the focus to the toolbar
 * @param {(direction: -1 | 1) => void} actions.moved tells that blocks were moved
 * @param {(tool: string) => void} actions.set tells how the button that does the same stands now
 */
export function keys(actions) {
  const does = (action) => () => {
    action();
    return true;
  };
  const move = (direction) => (state, dispatch) => {
    if (moveBlocks(direction)(state, dispatch)) {
      actions.moved(direction);
    }
    return true; // never the browser's own meaning of Alt and an arrow
  };
  /** @param {string} tool @param {import("prosemirror-state").Command} command @returns {import("prosemirror-state").Command} */
  const told = (tool, command) => (state, dispatch, view) => {
    const done = command(state, dispatch, view);
    if (done && dispatch) {
      actions.set(tool);
    }
    return done;
  };
  const mark = (name) => told(`mark.${name}`, toggle(name));
  const kind = (name, command) => told(`kind.${name}`, command);
  const handler = keydownHandler({
    ...baseKeymap,
    "Mod-b": mark("strong"),
    "Mod-i": mark("em"),
    "Mod-,": mark("sub"),
    "Mod-.": mark("sup"),
    "Mod-Shift-x": mark("s"),
    "Mod-`": mark("code"),
    "Mod-k": does(actions.link),
    "Mod-f": does(() => actions.find(false)),
    "Mod-h": does(() => actions.find(true)),
    "Mod-Alt-i": does(actions.image),
    "Mod-Alt-1": kind("paragraph", setKind({ type: "paragraph" })),
    "Mod-Alt-2": kind("subheading", setKind({ type: "subheading", level: 2 })),
    "Mod-Alt-3": kind("minor", setKind({ type: "subheading", level: 3 })),
    "Mod-Shift-7": kind("numbers", toggleKind({ type: "list", ordered: true })),
    "Mod-Shift-8": kind("bullets", toggleKind({ type: "list", ordered: false })),
    "Mod-Shift-9": kind("quote", toggleKind({ type: "quote" })),
    "Alt-ArrowUp": move(-1),
    "Alt-ArrowDown": move(1),
    "Mod-z": undo,
    "Mod-Shift-z": redo,
    "Mod-y": redo,
    Enter: enter,
    "Shift-Enter": lineBreak,
    "Mod-Enter": lineBreak,
    Backspace: chainCommands(deleteSelection, backspaceAtStart, joinBackward, selectNodeBackward),
    Delete: chainCommands(deleteSelection, deleteAtEnd, joinForward, selectNodeForward),
    ArrowLeft: leaveAll(-1),
    ArrowUp: leaveAll(-1),
    ArrowRight: leaveAll(1),
    ArrowDown: leaveAll(1),
    Escape: does(actions.leave),
    Tab: onward(actions.leave),
    "Alt-F10": does(actions.toolbar),
  });
  return new Plugin({
    props: {
      handleDOMEvents: {
        // The browser tells of a moved cursor a moment later; keys that follow at once (Home and Enter, Shift+End and
        // Ctrl+X) have to find it where it is. ProseMirror has no public name for this; its version is pinned.
        keydown(view, event) {
          if (!view.composing && event.keyCode !== COMPOSING && view.hasFocus()) {
            view.domObserver.flush();
          }
          return false;
        },
      },
      // AltGr arrives as Ctrl and Alt together, but it types characters. ProseMirror also passes events of its own, without modifiers.
      handleKeyDown: (view, event) => !event.getModifierState?.("AltGraph") && handler(view, event),
    },
  });
}
