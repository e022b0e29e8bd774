/** Draws one thread: its comments, and what this person may do with them. */
import { button, make } from "galley/comments/elements.js";
import { fill } from "galley/words.js";

/**
 * @typedef {import("galley/comments/calls.js").Comment} Comment
 * @typedef {import("galley/comments/threads.js").Thread} Thread
 *
 * @typedef {object} Around
 * @property {Record<string, string>} words
 * @property {(username: string) => string} nameOf
 * @property {(instant: string) => string} brief
 * @property {(instant: string) => string} full
 * @property {string} username
 * @property {boolean} mayComment
 * @property {boolean} mayMust
 * @property {(block: string) => void} go
 * @property {(what: "reply" | "edit" | "delete" | "resolve" | "reopen", comment: Comment, thread: Thread) => void} press
 */

/** Text with the names of people in it marked. @param {Comment} comment @param {Around} around */
function textOf({ text, mentioned }, { nameOf }) {
  const element = make("p", "comment-text");
  element.dir = "auto";
  const known = new Set(mentioned);
  let end = 0;
  for (const match of text.matchAll(/@([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?)/g)) {
    const username = match[1].toLowerCase();
    if (known.has(username)) {
      const name = make("span", "mention", match[0]);
      name.title = nameOf(username);
      element.append(text.slice(end, match.index), name);
      end = match.index + match[0].length;
    }
  }
  element.append(text.slice(end));
  return element;
}

/** @param {Comment} comment @param {Thread} thread @param {Around} around */
function drawComment(comment, thread, around) {
  const { words, username, nameOf, brief, full, press, mayComment } = around;
  const element = make("div", "comment");
  element.dataset.comment = String(comment.id);
  const time = /** @type {HTMLTimeElement} */ (make("time", "sub", brief(comment.at)));
  time.dateTime = comment.at;
  time.title = full(comment.at);
  const head = make("p", "comment-head", make("b", "", nameOf(comment.author)), " ", time);
  if (comment.edited && !comment.deleted) {
    const changed = make("span", "sub", words.edited);
    changed.title = full(comment.edited);
    head.append(" ", changed);
  }
  element.append(head, comment.deleted ? make("p", "comment-text sub", words["was.deleted"]) : textOf(comment, around));
  if (mayComment && comment.author === username && !comment.deleted) {
    element.append(
      make(
        "div",
        "comment-own",
        button(words.edit, "linklike", () => press("edit", comment, thread)),
        button(words.delete, "linklike", () => press("delete", comment, thread)),
      ),
    );
  }
  return element;
}

/** @param {Thread} thread @param {Around} around */
function place({ first, block, gone, number }, { words, go }) {
  if (gone) {
    const quote = make("q", "", first.words);
    quote.dir = "auto";
    return make("div", "thread-place gone", make("span", "tag warn", words["about.gone"]), ...(first.words ? [quote] : []));
  }
  if (block === null) {
    return make("p", "thread-place sub", words["about.story"]);
  }
  const link = button(fill(words["about.block"], number, first.words), "linklike thread-link", () => go(block));
  link.title = words.goto;
  return make("div", "thread-place", link);
}

/** @param {Thread} thread @param {Around} around */
export function drawThread(thread, around) {
  const { first, replies } = thread;
  const { words, nameOf, brief, press, username, mayComment, mayMust } = around;
  const element = make("article", `thread${first.resolved ? " resolved" : ""}`);
  element.dataset.thread = String(first.id);
  element.tabIndex = -1;
  element.setAttribute("aria-label", `${nameOf(first.author)}: ${first.text.slice(0, 60)}`);
  element.append(place(thread, around));
  if (first.must) {
    element.append(make("p", "thread-must", make("span", `tag ${first.resolved ? "ok" : "err"}`, words.must)));
  }
  element.append(...[first, ...replies].map((comment) => drawComment(comment, thread, around)));
  if (first.resolved) {
    element.append(make("p", "sub thread-settled", fill(words["by.resolved"], nameOf(first.resolvedBy), brief(first.resolved))));
  }
  element.append(make("div", "thread-form"));
  if (mayComment) {
    const settles = !first.must || first.author === username || mayMust;
    const settle = first.resolved ? "reopen" : "resolve";
    element.append(
      make(
        "div",
        "row thread-do",
        button(words.reply, "btn small", () => press("reply", first, thread)),
        ...(settles ? [button(words[settle], "btn quiet small", () => press(settle, first, thread))] : []),
      ),
    );
  }
  return element;
}
