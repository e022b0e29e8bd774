/** What comes in by paste and drop: always clean blocks of a story. */
import { DOMSerializer, Fragment, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { isAdLine } from "galley/adLines.js";
import { cleanHtml, withoutStyles } from "galley/clean.js";
import { completeLink } from "galley/links.js";
import { schema } from "galley/schema.js";

/** A line of a list: its sign, its number if it has one, and its words. A dash that is not a hyphen is somebody speaking. */
const ITEM = /^ *(?:[-*•‣◦]|(\d{1,3})[.)]) +(\S.*)$/u;

/** @typedef {{ number: number | null, words: string } | null} Item */

/**
 * Which lines are items of lists. A number alone may begin a sentence: it takes two that count on.
 *
 * @param {string[]} lines
 * @returns {Item[]}
 */
function itemsOf(lines) {
  const items = lines.map((line) => {
    const match = isAdLine(line) ? null : ITEM.exec(line);
    return match && { number: match[1] === undefined ? null : Number(match[1]), words: match[2].trimEnd() };
  });
  const neighbour = (index, step) => {
    let at = index + step;
    // Over blank lines, and over those in which an item goes on.
    while (lines[at] !== undefined && !items[at] && (!lines[at].trim() || lines[at].startsWith(" "))) {
      at += step;
    }
    return items[at]?.number ?? null;
  };
  return items.map((item, index) => {
    const counts = item?.number == null || neighbour(index, -1) === item.number - 1 || neighbour(index, 1) === item.number + 1;
    return counts ? item : null;
  });
}

/**
 * Plain text to blocks: a blank line ends a paragraph, a line end within one is a line break, and lines with the sign of a list are
 * a list, wherever they stand.
 *
 * @param {string} text
 * @param {import("prosemirror-state").Selection} selection that it replaces
 */
export function textToSlice(text, { $from, $to }) {
  const clean = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(/[^\S\n\u00a0]+/g, " ");
  if (!clean.includes("\n")) {
    return clean.trim() ? new Slice(Fragment.from(schema.nodes.paragraph.create(null, schema.text(clean))), 1, 1) : Slice.empty;
  }
  // A text without any blank line has a paragraph on each line.
  const blank = /\n *\n/.test(clean.trim());
  const { paragraph, list, list_item: listItem, hard_break: hardBreak } = schema.nodes;
  const lines = clean.split("\n");
  const items = itemsOf(lines);
  /** @type {Array<{ ordered: boolean | null, lines: string[] }>} those that belong together; `ordered` null for a paragraph */
  const groups = [];
  let open = false;
  lines.forEach((line, index) => {
    const last = groups.at(-1);
    const item = items[index];
    const ordered = item && item.number !== null;
    if (!line.trim()) {
      open = false;
    } else if (item && last?.ordered === ordered) {
      last.lines.push(item.words);
      open = true;
    } else if (item) {
      groups.push({ ordered, lines: [item.words] });
      open = true;
    } else if (open && last.ordered !== null && line.startsWith(" ")) {
      // An item goes on in lines that are set in.
      last.lines.push(`${last.lines.pop()} ${line.trim()}`);
    } else if (open && last.ordered === null && blank) {
      last.lines.push(line.trim());
    } else {
      groups.push({ ordered: null, lines: [line.trim()] });
      open = true;
    }
  });
  const blocks = groups.map((group) =>
    group.ordered === null
      ? paragraph.create(null, group.lines.flatMap((line, i) => [...(i > 0 ? [hardBreak.create()] : []), schema.text(line)]))
      : list.create({ ordered: group.ordered }, group.lines.map((words) => listItem.create(null, schema.text(words)))),
  );
  // A paragraph goes on in the one at the cursor; a list stands by itself, between the words before the cursor and those after it.
  const isList = (block) => block?.type === list;
  const before = isList(blocks[0]) && $from.depth === 1 && $from.parentOffset > 0;
  const after = isList(blocks.at(-1)) && $to.depth === 1 && $to.parentOffset < $to.parent.content.size;
  const whole = [...(before ? [paragraph.create()] : []), ...blocks, ...(after ? [paragraph.create()] : [])];
  const depth = (block) => (isList(block) ? 0 : 1);
  return whole.length ? new Slice(Fragment.from(whole), depth(whole[0]), depth(whole.at(-1))) : Slice.empty;
}

/**
 * A paragraph that was cut out as a whole and is put into an empty one comes back as the block that it was, with its id.
 *
 * @param {Slice} slice
 * @param {import("prosemirror-view").EditorView} view
 */
function comingHome(slice, view) {
  const { $from, empty } = view.state.selection;
  const id = slice.content.firstChild?.attrs.id;
  const here = empty && $from.depth === 1 && $from.parent.content.size === 0;
  if (!id || !here || slice.content.childCount !== 1 || slice.openStart !== 1 || slice.openEnd !== 1) {
    return slice;
  }
  const still = view.state.doc.children.find((node) => node.attrs.id === id);
  return !still || still.content.size === 0 ? new Slice(slice.content, 0, 0) : slice;
}

/** What is copied says of which story its blocks are. */
class StorySerializer extends DOMSerializer {
  /** @param {string} story */
  constructor(story) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema));
    this.story = story;
  }

  /** @param {Fragment} fragment @param {{ document?: Document }} [options] @param {HTMLElement | DocumentFragment} [target] */
  serializeFragment(fragment, options, target) {
    const made = super.serializeFragment(fragment, options, target);
    made.querySelectorAll("[data-id]").forEach((block) => block.setAttribute("data-story", this.story));
    return made;
  }
}

/**
 * An id is of one story only: blocks that come out of another one get new ids here. Else a slot that lost its block of that name long
 * ago would take a stranger for it.
 *
 * @param {string} html of ProseMirror's own clipboard
 * @param {string} story
 */
function withoutForeignIds(html, story) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("[data-id]").forEach((block) => {
    if (block.getAttribute("data-story") !== story) {
      block.removeAttribute("data-id");
    }
  });
  return body.innerHTML;
}

/**
 * @param {object} options
 * @param {string} options.story names the story
 * @param {(dropped: import("galley/clean.js").Cleaned["dropped"]) => void} options.tell hears what had to be left out
 */
export function pasting({ story, tell }) {
  return new Plugin({
    props: {
      clipboardSerializer: new StorySerializer(story),
      transformPastedHTML(html) {
        // ProseMirror's own clipboard; its parser takes only what the schema knows.
        if (/<[^>]+ data-pm-slice=/.test(html)) {
          return withoutForeignIds(withoutStyles(html), story);
        }
        const { html: clean, dropped } = cleanHtml(html);
        tell(dropped);
        return clean;
      },
      clipboardTextParser: (text, _context, _plain, view) => textToSlice(text, view.state.selection),
      transformPasted: comingHome,
      handlePaste(view, event) {
        // A web address pasted over words makes them a link.
        const { selection } = view.state;
        const text = event.clipboardData?.getData("text/plain").trim() ?? "";
        const { $from, $to, empty } = selection;
        if (empty || !$from.sameParent($to) || !$from.parent.inlineContent || !/^(https?:\/\/|mailto:)\S+$/i.test(text)) {
          return false;
        }
        const href = completeLink(text);
        if (!href) {
          return false;
        }
        const { link } = schema.marks;
        view.dispatch(
          view.state.tr.removeMark($from.pos, $to.pos, link).addMark($from.pos, $to.pos, link.create({ href })),
        );
        return true;
      },
    },
  });
}
