/**
 * Find and replace in the story's text. Matches are marked in place; replacing all of them is one step for undo. A straight
 * quote finds the curly ones too, and a space the non-breaking one, as nobody types those into a search.
 */
import { closeHistory } from "prosemirror-history";
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/**
 * @typedef {{ from: number, to: number }} Match
 * @typedef {{ pattern: RegExp | null, matches: Match[], current: number, marks: DecorationSet }} Found
 */

export const findKey = new PluginKey("galley-find");

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
      if (!node.isTextblock) {
        return true;
      }
      const text = node.textBetween(0, node.content.size, null, "\n");
      for (const match of text.matchAll(pattern)) {
        found.push({ from: pos + 1 + match.index, to: pos + 1 + match.index + match[0].length });
      }
      return false;
    });
  }
  return found;
}

/** @param {import("prosemirror-model").Node} doc @param {RegExp | null} pattern @param {number} near a position @returns {Found} */
function search(doc, pattern, near) {
  const matches = matchesIn(doc, pattern);
  const at = matches.findIndex((match) => match.to > near);
  return marked(doc, { pattern, matches, current: matches.length ? Math.max(0, at) : -1 });
}

/** @param {import("prosemirror-model").Node} doc @param {Omit<Found, "marks">} found @returns {Found} */
function marked(doc, found) {
  const { matches, current } = found;
  const near = matches.length > MARKED ? matches.slice(current, current + 1) : matches;
  const marks = near.map((match) =>
    Decoration.inline(match.from, match.to, {
      class: match === matches[current] ? "galley-found galley-found-current" : "galley-found",
    }),
  );
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
        return search(tr.doc, found.pattern, here ? tr.mapping.map(here.from, -1) : tr.selection.from);
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
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, match.from, match.to)).scrollIntoView());
}

/** Shows the match that is the current one. @param {import("prosemirror-view").EditorView} view */
export function showCurrent(view) {
  const { matches, current } = findKey.getState(view.state);
  if (matches[current]) {
    select(view, view.state.tr, matches[current]);
  }
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
  [...wanted].reverse().forEach(({ from, to }) => (text ? tr.insertText(text, from, to) : tr.delete(from, to)));
  // What was put in is passed over, so that replacing "a" by "aa" comes to an end.
  const near = all ? 0 : wanted[0].from + text.length;
  tr.setMeta(findKey, { pattern: findKey.getState(view.state).pattern, near: near + 1 });
  view.dispatch(tr);
  return wanted.length;
}
