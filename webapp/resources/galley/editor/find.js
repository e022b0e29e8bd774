/**
 * Find and replace in the story's text and in the words beside it: who said a quote, captions, credits. Matches are marked in place; replacing all of them is one step for undo. A straight
 * quote finds the curly ones too, and a space the non-breaking one, as nobody types those into a search.
 */
import { closeHistory } from "prosemirror-history";
import { NodeSelection, Plugin, PluginKey, Selection, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/**
 * @typedef {object} Match
 * @property {number} from in the document; of the whole block for words in one of its fields
 * @property {number} to
 * @property {number} at where it stands among all matches: its end, or for a field a fraction after the end of the block's text
 * @property {string} [field] the attribute of the block that the words are in
 * @property {number} [start] where they begin in it
 * @property {number} [end]
 *
 * @typedef {{ pattern: RegExp | null, matches: Match[], current: number, marks: DecorationSet }} Found
 */

export const findKey = new PluginKey("galley-find");

/** The fields of a block that are looked through, in the order in which they stand below it. Addresses are no words. */
const FIELDS = { quote: ["attribution"], image: ["alt", "caption", "credit"], embed: ["title"] };
const MOST_FIELDS = 8;

/** Less than any two matches are apart. */
const HAIR = 1e-7;

/** More matches than this are counted and replaced, but not marked. */
const MARKED = 2000;

const ALIKE = { "'": "['‘’ʼ‚]", '"': '["“”„«»]', " ": "[ \\u00a0]", "-": "[-‐‑–—]" };

/** @param {string} text @param {boolean} exact whether capitals count @returns {RegExp | null} */
export function patternOf(text, exact) {
  if (!text) {
    return null;
  }
  const source = [...text.normalize("NFC")]
    .map((c) => ALIKE[c] ?? c.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("");
  return new RegExp(source, exact ? "gu" : "giu");
}

/** @param {import("prosemirror-model").Node} doc @param {RegExp | null} pattern @returns {Match[]} */
export function matchesIn(doc, pattern) {
  /** @type {Match[]} */
  const found = [];
  if (pattern) {
    doc.descendants((node, pos) => {
      if (node.isTextblock) {
        const text = node.textBetween(0, node.content.size, null, "\n");
        for (const match of text.matchAll(pattern)) {
          const from = pos + 1 + match.index;
          const to = from + match[0].length;
          found.push({ from, to, at: to });
        }
      }
      (FIELDS[node.type.name] ?? []).forEach((field, index) => {
        const text = node.attrs[field];
        for (const { 0: words, index: start } of text.matchAll(pattern)) {
          const end = start + words.length;
          found.push({ from: pos, to: pos + node.nodeSize, at: atField(node, pos, index, end / (text.length + 1)), field, start, end });
        }
      });
      return !node.isTextblock;
    });
  }
  return found;
}

/** @param {import("prosemirror-model").Node} node @param {number} pos @param {number} index of the field @param {number} part of its length */
const atField = (node, pos, index, part) => pos + node.nodeSize - 1 + (index + part) / MOST_FIELDS;

/** @param {import("prosemirror-model").Node} doc @param {RegExp | null} pattern @param {number} near a position @returns {Found} */
function search(doc, pattern, near) {
  const matches = matchesIn(doc, pattern);
  const at = matches.findIndex((match) => match.at > near);
  return marked(doc, { pattern, matches, current: matches.length ? Math.max(0, at) : -1 });
}

/** @param {import("prosemirror-model").Node} doc @param {Omit<Found, "marks">} found @returns {Found} */
function marked(doc, found) {
  const { matches, current } = found;
  const near = matches.length > MARKED ? matches.slice(current, current + 1) : matches;
  const here = matches[current];
  const marks = near
    .filter((match) => match.field === undefined)
    .map((match) =>
      Decoration.inline(match.from, match.to, {
        class: match === here ? "galley-found galley-found-current" : "galley-found",
      }),
    );
  /** Fields are marked as a whole. @type {Map<number, Match[]>} */
  const blocks = new Map();
  near.filter((match) => match.field !== undefined).forEach((match) => blocks.set(match.from, [...(blocks.get(match.from) ?? []), match]));
  blocks.forEach((found, from) => {
    const fields = [...new Set(found.map((match) => match.field))].join(" ");
    const attributes = { "data-found": fields, ...(found.includes(here) && { "data-found-current": here.field }) };
    marks.push(Decoration.node(from, found[0].to, attributes));
  });
  return { ...found, marks: DecorationSet.create(doc, marks) };
}

/** Keeps the matches while the text changes. */
export function finding() {
  return new Plugin({
    key: findKey,
    state: {
      init: () => ({ pattern: null, matches: [], current: -1, marks: DecorationSet.empty }),
      apply(tr, found) {
        const asked = tr.getMeta(findKey);
        if (asked?.pattern !== undefined) {
          return search(tr.doc, asked.pattern, asked.near ?? tr.selection.from);
        }
        if (asked?.current !== undefined) {
          return marked(tr.doc, { ...found, current: asked.current });
        }
        if (!tr.docChanged || !found.pattern) {
          return found;
        }
        const here = found.matches[found.current];
        const near = here ? tr.mapping.map(here.from, -1) + here.at - here.from - HAIR : tr.selection.from;
        return search(tr.doc, found.pattern, near);
      },
    },
    props: { decorations: (state) => findKey.getState(state).marks },
  });
}

/** Goes to the next or previous match. @param {import("prosemirror-view").EditorView} view @param {-1 | 1} step */
export function goTo(view, step) {
  const { matches, current } = findKey.getState(view.state);
  if (matches.length) {
    const next = (current + step + matches.length) % matches.length;
    select(view, view.state.tr.setMeta(findKey, { current: next }), matches[next]);
  }
}

/** @param {import("prosemirror-view").EditorView} view @param {import("prosemirror-state").Transaction} tr @param {Match} match */
function select(view, tr, match) {
  view.dispatch(tr.setSelection(selectionOf(tr.doc, match)).scrollIntoView());
  // A picture may be taller than the window, with its caption below it.
  const block = match.field === undefined ? null : view.nodeDOM(match.from);
  block?.querySelector?.(`.galley-field-${match.field}`)?.scrollIntoView({ block: "center" });
}

/** @param {import("prosemirror-model").Node} doc @param {Match} match @returns {Selection} */
function selectionOf(doc, { from, to, field }) {
  if (field === undefined) {
    return TextSelection.create(doc, from, to);
  }
  return doc.nodeAt(from).isTextblock ? Selection.near(doc.resolve(to - 1), -1) : NodeSelection.create(doc, from);
}

/** Shows the match that is the current one. @param {import("prosemirror-view").EditorView} view */
export function showCurrent(view) {
  const { matches, current } = findKey.getState(view.state);
  if (matches[current]) {
    select(view, view.state.tr, matches[current]);
  }
}

/** @param {import("prosemirror-state").Transaction} tr @param {Match} match @param {string} text */
function put(tr, { from, to, field, start, end }, text) {
  if (field !== undefined) {
    const words = tr.doc.nodeAt(from).attrs[field];
    tr.setNodeAttribute(from, field, words.slice(0, start) + text + words.slice(end));
  } else if (text) {
    tr.insertText(text, from, to);
  } else {
    tr.delete(from, to);
  }
}

/**
 * Where what was put in ends; it is passed over, so that replacing "a" by "aa" comes to an end.
 *
 * @param {import("prosemirror-model").Node} doc
 * @param {Match} match as it was
 * @param {string} text
 */
function behind(doc, { from, field, start }, text) {
  if (field === undefined) {
    return from + text.length;
  }
  const node = doc.nodeAt(from);
  return atField(node, from, FIELDS[node.type.name].indexOf(field), (start + text.length) / (node.attrs[field].length + 1));
}

/**
 * Replaces the current match, or all of them as one step.
 *
 * @param {import("prosemirror-view").EditorView} view
 * @param {string} text
 * @param {boolean} all
 * @returns {number} how many were replaced
 */
export function replace(view, text, all) {
  const { matches, current } = findKey.getState(view.state);
  const wanted = all ? matches : matches.slice(current, current + 1);
  if (!view.editable || current < 0) {
    return 0;
  }
  const tr = closeHistory(view.state.tr);
  // From the back, so that the matches before stay where they are.
  [...wanted].reverse().forEach((match) => put(tr, match, text));
  tr.setMeta(findKey, { pattern: findKey.getState(view.state).pattern, near: all ? 0 : behind(tr.doc, wanted[0], text) });
  view.dispatch(tr);
  return wanted.length;
}
