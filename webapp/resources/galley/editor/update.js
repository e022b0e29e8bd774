/** Brings another version of the body into the document while somebody works in it: only what differs is touched. */
import { Selection, TextSelection } from "prosemirror-state";
import { sameBlock } from "galley/html.js";
import { TRUST_IDS } from "galley/ids.js";

/** @typedef {import("prosemirror-model").Node} Node */

/**
 * The longest run of blocks that stand in the same order in both documents, by id.
 *
 * @param {Node} now
 * @param {Node} next
 * @returns {Array<[number, number]>} pairs of indexes
 */
function commonOrder(now, next) {
  const where = new Map(now.children.map((node, index) => [node.attrs.id, index]));
  /** @type {Array<[number, number]>} */
  const pairs = [];
  next.children.forEach((node, index) => {
    const old = where.get(node.attrs.id);
    if (old !== undefined) {
      pairs.push([old, index]);
    }
  });
  // Longest increasing subsequence of the old indexes; `tops[n]` ends the best run of length n + 1.
  const tops = [];
  const before = new Array(pairs.length).fill(-1);
  pairs.forEach(([old], i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]][0] < old) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[i] = low > 0 ? tops[low - 1] : -1;
    tops[low] = i;
  });
  const found = [];
  for (let i = tops.length ? tops[tops.length - 1] : -1; i >= 0; i = before[i]) {
    found.unshift(pairs[i]);
  }
  return found;
}

/**
 * Replaces the part of a block that differs.
 *
 * @param {import("prosemirror-state").Transaction} tr
 * @param {number} pos of the block in the transaction's document
 * @param {Node} next
 */
function updateBlock(tr, pos, next) {
  const node = tr.doc.nodeAt(pos);
  if (sameBlock(node, next)) {
    return;
  }
  if (node.type !== next.type || !node.isTextblock) {
    tr.replaceWith(pos, pos + node.nodeSize, next);
    return;
  }
  if (!node.hasMarkup(next.type, next.attrs)) {
    tr.setNodeMarkup(pos, next.type, next.attrs);
  }
  const start = node.content.findDiffStart(next.content);
  if (start === null) {
    return;
  }
  const end = node.content.findDiffEnd(next.content);
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  tr.replace(pos + 1 + start, pos + 1 + end.a + overlap, next.slice(start, end.b + overlap));
}

/**
 * A transaction that turns the state's document into another one. The selection stays with its block; the change is not
 * part of the writer's own undo history.
 *
 * @param {import("prosemirror-state").EditorState} state
 * @param {Node} next with ids
 */
export function updateTo(state, next) {
  const { tr, doc, selection } = state;
  const { $head } = selection;
  const cursor =
    selection instanceof TextSelection && $head.depth > 0
      ? { id: $head.node(1).attrs.id, offset: $head.pos - $head.before(1) }
      : null;
  const kept = [...commonOrder(doc, next), [doc.childCount, next.childCount]];
  const starts = [];
  doc.forEach((_node, pos) => starts.push(pos));
  starts.push(doc.content.size);

  // From the back, so that positions before stay as they are.
  for (let k = kept.length - 1; k >= 0; k--) {
    const [old, fresh] = kept[k];
    if (old < doc.childCount) {
      updateBlock(tr, starts[old], next.child(fresh));
    }
    const [oldBefore, freshBefore] = k > 0 ? kept[k - 1] : [-1, -1];
    const from = starts[oldBefore + 1];
    const added = next.children.slice(freshBefore + 1, fresh);
    if (from < starts[old] || added.length) {
      tr.replaceWith(from, starts[old], added);
    }
  }
  if (cursor && tr.docChanged) {
    tr.doc.forEach((node, pos) => {
      if (node.attrs.id === cursor.id && tr.selection.$head.node(1)?.attrs.id !== cursor.id) {
        const at = Math.min(pos + cursor.offset, pos + node.nodeSize - 1);
        tr.setSelection(Selection.near(tr.doc.resolve(at)));
      }
    });
  }
  return tr.setMeta(TRUST_IDS, true).setMeta("addToHistory", false);
}
