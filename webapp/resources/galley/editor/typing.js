/**
 * What typing turns into: `**bold**`, `*italic*`, `` `code` `` and `[text](link)` into set text, straight quotes into those of the
 * story's language. The signs are typed first and changed in a step of their own, so that undo gives back what was typed.
 */
import { closeHistory } from "prosemirror-history";
import { Plugin } from "prosemirror-state";
import { completeLink } from "galley/links.js";
import { schema } from "galley/schema.js";

/** Opening and closing quotes, double then single, by language; the first two letters of a tag decide. */
const QUOTES = {
  en: "“”‘’", ar: "«»‹›", bg: "„“‚‘", cs: "„“‚‘", da: "»«›‹", de: "„“‚‘", el: "«»“”", es: "«»“”", et: "„“‚‘", fa: "«»‹›",
  fi: "””’’", fr: "«»‹›", hu: "„”»«", it: "«»“”", ka: "„“‚‘", lt: "„“‚‘", lv: "„“‚‘", nl: "“”‘’", no: "«»‘’", pl: "„”‚’",
  pt: "“”‘’", ro: "„”«»", ru: "«»„“", sk: "„“‚‘", sl: "„“‚‘", sv: "””’’", tr: "“”‘’", uk: "«»„“", ur: "“”‘’", zh: "“”‘’",
};
/** French sets a space that does not break inside its quotes. */
const SPACED = { fr: "\u00a0" };

const OPENS_AFTER = /^$|[\s([{<\u2013\u2014/\ufffc“‘«‹„‚]$/u;
const APOSTROPHE_AFTER = /[\p{L}\p{N}\p{M}]$/u;

const PATTERNS = [
  { ends: "*", mark: "strong", regexp: /(?:^|[^*\p{L}\p{N}])(\*\*)([^\s*](?:[^*]*[^\s*])?)\*\*$/u },
  { ends: "*", mark: "em", regexp: /(?:^|[^*\p{L}\p{N}])(\*)([^\s*](?:[^*]*[^\s*])?)\*$/u },
  { ends: "`", mark: "code", regexp: /(?:^|[^`])(`)([^\s`](?:[^`]*[^\s`])?)`$/u },
];
const LINK = /(\[)([^\][]+)\]\(([^()\s]+)\)$/u;

/**
 * The sign that a typed quote becomes.
 *
 * @param {string} sign `"` or `'`
 * @param {string} before the text before it in its block
 * @param {string} language BCP 47
 */
export function quoteFor(sign, before, language) {
  const name = language.slice(0, 2).toLowerCase();
  const signs = QUOTES[name] ?? QUOTES.en;
  const opens = OPENS_AFTER.test(before);
  if (sign === "'") {
    // After a letter it is an apostrophe, unless a quote is still open.
    const open = before.lastIndexOf(signs[2]) > before.lastIndexOf(signs[3]);
    return !opens && !open && APOSTROPHE_AFTER.test(before) ? "’" : signs[opens ? 2 : 3];
  }
  const space = SPACED[name] ?? "";
  return opens ? signs[0] + space : space + signs[1];
}

/** @param {import("prosemirror-view").EditorView} view @param {string} text */
function typeFirst(view, text) {
  view.dispatch(view.state.tr.insertText(text).scrollIntoView());
  view.dispatch(closeHistory(view.state.tr));
}

/**
 * @param {object} options
 * @param {() => string} options.language
 * @param {() => boolean} options.smart whether quotes are changed
 */
export function typing({ language, smart }) {
  /** @param {import("prosemirror-view").EditorView} view @param {string} text */
  const marks = (view, text) => {
    const { $from } = view.state.selection;
    const before = $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc") + text;
    const start = $from.start();
    const found = PATTERNS.filter((one) => one.ends === text)
      .map(({ mark, regexp }) => ({ mark, match: regexp.exec(before) }))
      .find(({ match }) => match);
    if (found) {
      const [, sign, inner] = found.match;
      const to = start + before.length;
      const from = to - inner.length - 2 * sign.length;
      typeFirst(view, text);
      const mark = schema.marks[found.mark].create();
      const tr = view.state.tr.delete(to - sign.length, to).delete(from, from + sign.length);
      view.dispatch(tr.addMark(from, from + inner.length, mark).removeStoredMark(mark));
      return true;
    }
    const link = text === ")" ? LINK.exec(before) : null;
    const href = link ? completeLink(link[3]) : null;
    if (href) {
      const to = start + before.length;
      const from = to - link[0].length;
      typeFirst(view, text);
      const tr = view.state.tr.delete(from + 1 + link[2].length, to).delete(from, from + 1);
      const mark = schema.marks.link.create({ href });
      view.dispatch(tr.addMark(from, from + link[2].length, mark).removeStoredMark(mark));
      return true;
    }
    return false;
  };

  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const { $from } = view.state.selection;
        const code = schema.marks.code.isInSet(view.state.storedMarks ?? $from.marks());
        if (view.composing || !$from.parent.inlineContent || code) {
          return false;
        }
        if (smart() && (text === '"' || text === "'") && $from.parent === view.state.selection.$to.parent) {
          const before = $from.parent.textBetween(0, $from.parentOffset, null, "\ufffc");
          typeFirst(view, text);
          const at = view.state.selection.from;
          view.dispatch(view.state.tr.insertText(quoteFor(text, before, language()), at - 1, at));
          return true;
        }
        return from === to && marks(view, text);
      },
    },
  });
}
