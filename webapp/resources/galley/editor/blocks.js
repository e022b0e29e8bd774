/** Commands that change whole blocks: their kind, their order, and what Enter, Backspace and Delete do at their borders. */
import { Fragment, Slice } from "prosemirror-model";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { ReplaceAroundStep } from "prosemirror-transform";
import { schema } from "galley/schema.js";

/**
 * @typedef {import("prosemirror-state").Command} Command
 * @typedef {import("prosemirror-state").EditorState} EditorState
 * @typedef {import("prosemirror-state").Transaction} Transaction
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {{ type: "paragraph" | "subheading" | "quote" | "list", level?: number, ordered?: boolean }} Kind
 */

const { paragraph, subheading, quote, list, list_item: listItem } = schema.nodes;

/** The indexes of the first and last block that a selection touches. @param {Selection} selection */
export function blockRange({ $from, $to }) {
  const last = $to.depth === 0 ? $to.index(0) - 1 : $to.index(0);
  return { first: $from.index(0), last: Math.max($from.index(0), last) };
}

/** @param {Node} doc @param {number} index */
export function startOfBlock(doc, index) {
  let pos = 0;
  for (let i = 0; i < index; i++) {
    pos += doc.child(i).nodeSize;
  }
  return pos;
}

/** The kind that all blocks of the selection have, or null if they differ. @param {EditorState} state @returns {Kind | null} */
export function currentKind(state) {
  const { first, last } = blockRange(state.selection);
  const { type, attrs } = state.doc.child(first);
  for (let i = first + 1; i <= last; i++) {
    if (!state.doc.child(i).hasMarkup(type, { ...attrs, id: state.doc.child(i).attrs.id })) {
      return null;
    }
  }
  return { type: type.name, level: attrs.level, ordered: attrs.ordered };
}

/** @param {Kind} a @param {Kind | null} b */
export function sameKind(a, b) {
  return b !== null && a.type === b.type && a.level === b.level && a.ordered === b.ordered;
}

/** @param {Kind} kind @param {string | null} id */
function attrsOf(kind, id) {
  return kind.type === "subheading" ? { id, level: kind.level } : { id };
}

/** Keeps a quote's attribution as text at its end. @param {Transaction} tr @param {number} pos */
function attributionToText(tr, pos) {
  const node = tr.doc.nodeAt(pos);
  if (node.type === quote && node.attrs.attribution.trim()) {
    tr.insert(pos + node.nodeSize - 1, schema.text(`${node.content.size ? " " : ""}— ${node.attrs.attribution.trim()}`));
    tr.setNodeAttribute(pos, "attribution", "");
  }
}

/** Makes a textblock one of another kind. @param {Transaction} tr @param {number} pos @param {Kind} kind */
function convertTextblock(tr, pos, kind) {
  const { type, attrs } = tr.doc.nodeAt(pos);
  if (kind.type !== "quote") {
    attributionToText(tr, pos);
  }
  const node = tr.doc.nodeAt(pos);
  const end = pos + node.nodeSize;
  if (kind.type === "list") {
    const wrapper = list.create({ id: attrs.id, ordered: Boolean(kind.ordered) }, listItem.create());
    tr.step(new ReplaceAroundStep(pos, end, pos + 1, end - 1, new Slice(Fragment.from(wrapper), 0, 0), 2, true));
  } else if (!(type === quote && kind.type === "quote")) {
    tr.setNodeMarkup(pos, schema.nodes[kind.type], attrsOf(kind, attrs.id));
  }
}

/**
 * Makes items of a list blocks of another kind; what stands before and after them stays a list.
 *
 * @param {Transaction} tr
 * @param {number} pos of the list
 * @param {number} first
 * @param {number} last
 * @param {Kind} kind
 */
function unwrapItems(tr, pos, first, last, kind) {
  const node = tr.doc.nodeAt(pos);
  const { id } = node.attrs;
  const before = (index) => pos + 1 + node.children.slice(0, index).reduce((sum, item) => sum + item.nodeSize, 0);
  // From the back, so that what stands before keeps its position.
  for (let i = Math.min(last + 1, node.childCount - 1); i > first; i--) {
    tr.split(before(i), 1);
  }
  let start = pos;
  if (first > 0) {
    tr.split(before(first), 1);
    start = before(first) + 1;
  }
  for (let i = first; i <= last; i++) {
    const one = tr.doc.nodeAt(start);
    const end = start + one.nodeSize;
    const block = schema.nodes[kind.type].create(attrsOf(kind, i === 0 ? id : null));
    tr.step(new ReplaceAroundStep(start, end, start + 2, end - 2, new Slice(Fragment.from(block), 0, 0), 1, true));
    start += tr.doc.nodeAt(start).nodeSize;
  }
}

/** Joins lists of one kind that the same command made, side by side. @param {Transaction} tr @param {number} first @param {number} last */
function joinLists(tr, first, last) {
  for (let i = Math.min(last, tr.doc.childCount - 1); i > first; i--) {
    const a = tr.doc.child(i - 1);
    const b = tr.doc.child(i);
    if (a.type === list && b.type === list && a.attrs.ordered === b.attrs.ordered) {
      tr.join(startOfBlock(tr.doc, i), 1);
    }
  }
}

/**
 * Makes the selected blocks, or the selected items of lists, blocks of a kind. Their ids stay.
 *
 * @param {Kind} kind
 * @returns {Command}
 */
export function setKind(kind) {
  return (state, dispatch) => {
    const { first, last } = blockRange(state.selection);
    const { $from, $to } = state.selection;
    const tr = state.tr;
    for (let i = last; i >= first; i--) {
      const node = state.doc.child(i);
      const pos = startOfBlock(state.doc, i);
      if (node.isTextblock) {
        convertTextblock(tr, pos, kind);
      } else if (node.type === list && kind.type === "list") {
        tr.setNodeAttribute(pos, "ordered", Boolean(kind.ordered));
      } else if (node.type === list) {
        const from = i === first && $from.depth > 0 ? $from.index(1) : 0;
        const to = i === last && $to.depth > 0 ? $to.index(1) : node.childCount - 1;
        unwrapItems(tr, pos, from, to, kind);
      }
    }
    if (!tr.docChanged) {
      return false;
    }
    if (kind.type === "list" && last > first) {
      joinLists(tr, first, last);
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Makes the selected blocks of a kind, or paragraphs if they are of that kind already. @param {Kind} kind @returns {Command} */
export function toggleKind(kind) {
  return (state, dispatch) =>
    setKind(sameKind(kind, currentKind(state)) ? { type: "paragraph" } : kind)(state, dispatch);
}

/**
 * Moves the selected blocks over their neighbour, with their ids.
 *
 * @param {-1 | 1} direction up or down
 * @returns {Command}
 */
export function moveBlocks(direction) {
  return (state, dispatch) => {
    const { first, last } = blockRange(state.selection);
    const over = direction < 0 ? first - 1 : last + 1;
    if (over < 0 || over >= state.doc.childCount) {
      return false;
    }
    if (dispatch) {
      // The neighbour is taken out and put in on the other side, so the selection stays where it is in the text.
      const neighbour = state.doc.child(over);
      const from = startOfBlock(state.doc, over);
      const target = direction < 0 ? startOfBlock(state.doc, last + 1) : startOfBlock(state.doc, first);
      const tr = state.tr.delete(from, from + neighbour.nodeSize);
      tr.insert(tr.mapping.map(target), neighbour);
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Puts a new block after the selected one and selects it. @param {Node} node @returns {Command} */
export function insertAfter(node) {
  return (state, dispatch) => {
    const { last } = blockRange(state.selection);
    const here = state.doc.child(last);
    const end = startOfBlock(state.doc, last + 1);
    if (dispatch) {
      const empty = here.type === paragraph && here.content.size === 0;
      const pos = empty ? end - here.nodeSize : end;
      // An empty paragraph becomes the new block, so its id lives on.
      const block = empty ? node.type.create({ ...node.attrs, id: here.attrs.id }, node.content) : node;
      const tr = state.tr.replaceWith(pos, end, block);
      if (pos + block.nodeSize === tr.doc.content.size) {
        tr.insert(tr.doc.content.size, paragraph.create());
      }
      tr.setSelection(NodeSelection.create(tr.doc, pos));
      dispatch(tr.scrollIntoView());
    }
    return true;
  };
}

/** Puts the cursor into the block after the one at a position, making a paragraph if there is none. @param {number} pos @returns {Command} */
export function goOnAfter(pos) {
  return (state, dispatch) => {
    const end = pos + state.doc.nodeAt(pos).nodeSize;
    const next = state.doc.resolve(end).nodeAfter;
    const tr = state.tr;
    if (!next?.isTextblock) {
      tr.insert(end, paragraph.create());
    }
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView());
    return true;
  };
}

/** Enter in a list: a new item, or out of the list from an empty one. @type {Command} */
export const enterInList = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.parent.type !== listItem) {
    return false;
  }
  const tr = state.tr;
  if ($from.parent.content.size === 0 && state.selection.empty) {
    unwrapItems(tr, $from.before(1), $from.index(1), $from.index(1), { type: "paragraph" });
  } else if ($to.parent.type === listItem && $to.index(0) === $from.index(0)) {
    tr.deleteSelection();
    tr.split(tr.selection.from, 1);
  } else {
    return false;
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Enter in an empty subheading or quote makes it a paragraph. @type {Command} */
export const emptyToParagraph = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  const plain = parent.type === paragraph || parent.attrs.attribution;
  if (!empty || $from.depth !== 1 || !parent.isTextblock || parent.content.size || plain) {
    return false;
  }
  return setKind({ type: "paragraph" })(state, dispatch);
};

/** Backspace at the start of a block. @type {Command} */
export const backspaceAtStart = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection) || $from.parentOffset > 0) {
    return false;
  }
  const tr = state.tr;
  if ($from.parent.type === listItem) {
    if ($from.index(1) > 0) {
      tr.join($from.before(2), 1);
    } else {
      unwrapItems(tr, $from.before(1), 0, 0, { type: "paragraph" });
    }
  } else if ($from.parent.type === subheading || $from.parent.type === quote) {
    convertTextblock(tr, $from.before(1), { type: "paragraph" });
  } else {
    const border = $from.before(1);
    const previous = state.doc.resolve(border).nodeBefore;
    if (previous?.isAtom) {
      // A picture is selected first, so that one key too many deletes nothing.
      tr.setSelection(NodeSelection.create(tr.doc, border - previous.nodeSize));
    } else if (previous?.type === list) {
      tr.delete(border - 2, $from.pos);
    } else {
      return false;
    }
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Delete at the end of a block, where the next one cannot simply be joined. @type {Command} */
export const deleteAtEnd = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection) || $from.parentOffset < $from.parent.content.size) {
    return false;
  }
  const tr = state.tr;
  if ($from.parent.type === listItem && $from.index(1) < $from.node(1).childCount - 1) {
    tr.join($from.after(2), 1);
  } else {
    const end = $from.after(1);
    const next = state.doc.resolve(end).nodeAfter;
    if (next?.isAtom) {
      tr.setSelection(NodeSelection.create(tr.doc, end));
    } else if (next?.type === quote && $from.depth === 1) {
      attributionToText(tr, end);
      tr.delete($from.pos, end + 1);
    } else if (next?.type === list || ($from.parent.type === listItem && next?.isTextblock)) {
      attributionToText(tr, end);
      tr.delete($from.pos, Selection.findFrom(state.doc.resolve(end), 1, true).from);
    } else {
      return false;
    }
  }
  dispatch?.(tr.scrollIntoView());
  return true;
};
