/** The comments on a story beside it: open threads in the order of the page, settled ones folded away, and a field for new ones. */
import { commentCalls, Refused } from "galley/comments/calls.js";
import { button, make } from "galley/comments/elements.js";
import { commentForm } from "galley/comments/form.js";
import { drawThread } from "galley/comments/thread.js";
import { marksOf, threadsOf } from "galley/comments/threads.js";
import { count, fill } from "galley/words.js";

/**
 * @typedef {object} Page what the panel stands beside
 * @property {() => Array<{ id: string, words: string }>} blocks as the page shows them now
 * @property {() => string | null} current id of the block that is meant
 * @property {(block: string) => void} go
 * @property {(marks: Map<string, { count: number, must: boolean }>) => void} marked
 */

/** Characters of a paragraph by which one knows it. */
const WORDS = 50;

/** @param {HTMLElement} host @param {Page} page */
export function commentPanel(host, page) {
  const { article, root, username, mayComment, mayMust, zone, zoneName, people, words } = JSON.parse(host.dataset.comments);
  const calls = commentCalls(root, article, username);
  const body = host.querySelector("[data-comments-body]");
  const note = host.querySelector("[data-comments-note]");
  const number = host.querySelector("[data-comments-count]");
  const begin = host.querySelector("[data-comments-new]");
  const composer = host.querySelector("[data-comments-composer]");
  const open = make("div", "threads");
  const settled = /** @type {HTMLDetailsElement} */ (make("details", "settled"));
  const settledSum = make("summary");
  const settledList = make("div", "threads");
  const empty = make("p", "sub");
  settled.append(settledSum, settledList);
  body.replaceChildren(empty, open, settled);

  const names = new Map(people.map((person) => [person.username, person.name]));
  const nameOf = (of) => names.get(of) ?? of;
  const today = (date, options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour12: false, ...options }).format(date);
  const DAY = { day: "numeric", month: "short", year: "numeric" };
  const brief = (instant) => {
    const date = new Date(instant);
    const isToday = today(date, DAY) === today(new Date(), DAY);
    return today(date, { hour: "2-digit", minute: "2-digit", ...(!isToday && { day: "numeric", month: "short" }) });
  };
  const full = (instant) => `${today(new Date(instant), { ...DAY, hour: "2-digit", minute: "2-digit" })}, ${zoneName}`;

  /** @type {import("galley/comments/calls.js").Comment[]} */
  let comments = [];
  /** @type {import("galley/comments/threads.js").Thread[]} */
  let threads = [];
  let tag = null;
  let loaded = false;
  /** Threads as they are drawn. @type {Map<number, { key: string, element: HTMLElement }>} */
  const drawn = new Map();
  /** The form that is open in a thread. @type {{ thread: number, form: ReturnType<typeof commentForm> } | null} */
  let writing = null;
  let composing = null;

  const tell = (text, undo) => {
    note.replaceChildren(text);
    if (undo) {
      note.append(" ", button(words.undo, "linklike", undo));
    }
    note.hidden = !text;
  };
  /** Puts in what the server answered, so that it is seen before the whole list comes. */
  const take = (comment) => {
    const known = comments.findIndex((other) => other.id === comment.id);
    comments = known < 0 ? [...comments, comment] : comments.with(known, comment);
    draw();
    refresh();
  };
  /** @param {() => Promise<void>} act */
  const attempt = async (act) => {
    try {
      await act();
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      tell(problem.status === 0 ? words["failed.offline"] : problem.status === 401 ? words["failed.signedOut"] : problem.message);
    }
  };

  const focusThread = (id) => {
    const element = drawn.get(id)?.element;
    const fold = element?.closest("details");
    if (fold) {
      fold.open = true;
    }
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  };

  const around = {
    words,
    nameOf,
    brief,
    full,
    username,
    mayComment,
    mayMust,
    go: page.go,
    press(what, comment, thread) {
      if (what === "reply" || what === "edit") {
        write(what, comment, thread);
      } else if (what === "delete") {
        attempt(async () => {
          take(await calls.remove(comment.id));
          tell(words["said.deleted"], () =>
            attempt(async () => {
              take(await calls.restore(comment.id));
              tell(words["said.restored"]);
              focusThread(comment.thread);
            }),
          );
          note.querySelector("button").focus();
        });
      } else {
        const other = what === "resolve" ? "reopen" : "resolve";
        attempt(async () => {
          take(await calls[what](comment.id));
          tell(words[`said.${what}d`] ?? words[`said.${what}ed`], () =>
            attempt(async () => {
              take(await calls[other](comment.id));
              tell(words[`said.${other}d`] ?? words[`said.${other}ed`]);
              focusThread(comment.id);
            }),
          );
          note.querySelector("button").focus();
        });
      }
    },
  };

  /** @param {"reply" | "edit"} what */
  function write(what, comment, thread) {
    stopWriting();
    const isEdit = what === "edit";
    const demands = isEdit && mayMust && comment.id === comment.thread;
    const form = commentForm({
      words,
      people,
      label: isEdit ? words["text.edit"] : words["text.reply"],
      send: isEdit ? words["send.edit"] : words["send.reply"],
      value: isEdit ? comment.text : "",
      must: demands ? comment.must : null,
      draft: isEdit ? undefined : `galley.comment.${article}.${comment.thread}`,
      async done({ text, must }) {
        const answer = isEdit
          ? await calls.change(comment.id, { text, ...(demands && { must }) })
          : await calls.add({ text, replyTo: comment.thread });
        stopWriting();
        take(answer);
        tell(words[isEdit ? "said.changed" : "said.added"]);
        focusThread(comment.thread);
      },
      cancelled() {
        stopWriting();
        focusThread(comment.thread);
      },
    });
    writing = { thread: thread.first.id, form };
    drawn.get(thread.first.id).element.querySelector(".thread-form").append(form.element);
    form.focus();
  }

  function stopWriting() {
    writing?.form.element.remove();
    writing = null;
  }

  /** @param {string | null} block */
  function compose(block) {
    if (!mayComment) {
      return;
    }
    const about = /** @type {HTMLSelectElement} */ (make("select"));
    about.id = "comment-about";
    const option = (value, text) => {
      const one = /** @type {HTMLOptionElement} */ (make("option", "", text));
      one.value = value;
      return one;
    };
    about.append(
      option("", words["about.story"]),
      ...page.blocks().map(({ id, words: first }, index) => option(id, fill(words["about.block"], index + 1, first.slice(0, WORDS)))),
    );
    about.value = block ?? "";
    const label = /** @type {HTMLLabelElement} */ (make("label", "", words.about));
    label.htmlFor = about.id;
    const above = make("div", "comment-about", label, about);
    composing?.element.remove();
    const close = () => {
      composing?.element.remove();
      composing = null;
      begin.hidden = false;
    };
    composing = commentForm({
      words,
      people,
      label: words.text,
      send: words.send,
      must: mayMust ? false : null,
      draft: `galley.comment.${article}`,
      above,
      async done({ text, must }) {
        const made = await calls.add({ text, ...(about.value && { block: about.value }), ...(must && { must }) });
        close();
        take(made);
        tell(words["said.added"]);
        focusThread(made.id);
      },
      cancelled() {
        close();
        if (about.value) {
          page.go(about.value);
        } else {
          begin.focus();
        }
      },
    });
    composer.append(composing.element);
    begin.hidden = true;
    composing.focus();
    composing.element.scrollIntoView({ block: "nearest" });
  }

  /** @param {HTMLElement} list @param {import("galley/comments/threads.js").Thread[]} shown */
  function fit(list, shown) {
    const elements = shown.map((thread) => {
      const key = JSON.stringify(thread);
      const known = drawn.get(thread.first.id);
      if (known?.key === key) {
        return known.element;
      }
      const element = drawThread(thread, around);
      if (writing?.thread === thread.first.id) {
        element.querySelector(".thread-form").append(writing.form.element);
      }
      drawn.set(thread.first.id, { key, element });
      return element;
    });
    elements.forEach((element, index) => {
      if (list.children[index] !== element) {
        list.insertBefore(element, list.children[index] ?? null);
      }
    });
    while (list.children.length > elements.length) {
      list.lastElementChild.remove();
    }
  }

  /** Draws what differs; whoever writes here goes on where they were. */
  function draw() {
    const active = host.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    const selection = active instanceof HTMLTextAreaElement ? [active.selectionStart, active.selectionEnd] : null;
    const within = active?.closest("[data-thread]")?.dataset.thread;
    threads = threadsOf(comments, page.blocks().map(({ id }) => id));
    const isOpen = ({ first }) => !first.resolved;
    const opened = threads.filter(isOpen);
    const closed = threads.filter((thread) => !isOpen(thread));
    if (writing && !threads.some(({ first }) => first.id === writing.thread)) {
      stopWriting();
    }
    fit(open, opened);
    fit(settledList, closed);
    settled.hidden = closed.length === 0;
    settledSum.textContent = count(words, "resolved", closed.length);
    empty.hidden = opened.length > 0 || !loaded;
    empty.textContent = closed.length ? words["open.none"] : words[mayComment ? "none" : "none.read"];
    number.textContent = opened.length ? String(opened.length) : "";
    number.title = opened.length ? fill(words["title.count"], opened.length) : "";
    page.marked(marksOf(threads));
    if (active && document.activeElement !== active) {
      if (active.isConnected) {
        active.focus({ preventScroll: true });
        if (selection) {
          /** @type {HTMLTextAreaElement} */ (active).setSelectionRange(...selection);
        }
      } else if (within) {
        drawn.get(Number(within))?.element.focus({ preventScroll: true });
      }
    }
  }

  let asking = null;
  let again = false;
  async function refresh() {
    if (asking) {
      again = true;
      return asking;
    }
    asking = (async () => {
      try {
        const news = await calls.list(tag);
        if (news) {
          const newest = Math.max(0, ...comments.map(({ id }) => id));
          const others = news.comments.filter((one) => loaded && one.id > newest && one.author !== username);
          ({ tag, comments } = news);
          if (loaded) {
            document.dispatchEvent(new Event("galley:commented"));
          }
          loaded = true;
          draw();
          if (others.length) {
            tell(fill(words["said.new"], nameOf(others.at(-1).author)));
          }
        }
        host.dataset.loaded = "true";
      } catch (problem) {
        if (!(problem instanceof Refused)) {
          throw problem;
        }
        if (!loaded && problem.status !== 401) {
          tell(words["failed.list"]);
        }
      }
    })();
    await asking;
    asking = null;
    if (again) {
      again = false;
      await refresh();
    }
  }

  begin.hidden = !mayComment;
  begin.addEventListener("click", () => compose(page.current()));
  document.addEventListener("keydown", (event) => {
    const altGr = event.getModifierState("AltGraph");
    if ((event.ctrlKey || event.metaKey) && event.altKey && !altGr && event.code === "KeyM" && mayComment) {
      event.preventDefault();
      compose(page.current());
    }
  });

  refresh();
  return {
    refresh,
    compose,
    /** The page's blocks are others now, or in another order. */
    moved: draw,
    /** Goes to the first open thread of a block. @param {string} block */
    show(block) {
      const thread = threads.find((one) => one.block === block && !one.first.resolved);
      if (thread) {
        focusThread(thread.first.id);
      }
    },
    words,
    mayComment,
  };
}
