/** What comes in by paste and drop: always clean blocks of a story. */
import { DOMSerializer, Fragment, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { cleanHtml, withoutStyles } from "galley/clean.js";
import { completeLink } from "galley/links.js";
import { schema } from "galley/schema.js";

/** Plain text to blocks: a blank line ends a paragraph, a line end within one is a line break. @param {string} text */
export function textToSlice(text) {
  const clean = text.replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n").replace(/[^\S\n\u00a0]+/g, " ");
  const blank = /\n *\n/.test(clean.trim());
  // A text without any blank line has a paragraph on each line.
  const parts = clean
    .split(blank ? /\n(?: *\n)+/ : "\n")
    .map((part) => part.replace(/^\s+|\s+$/g, ""))
    .filter(Boolean);
  if (parts.length === 1 && !clean.includes("\n")) {
    return new Slice(Fragment.from(schema.nodes.paragraph.create(null, schema.text(clean))), 1, 1);
  }
  const paragraphs = parts.map((part) => {
    const lines = part.split("\n").map((line) => line.trim());
    const inline = lines.flatMap((line, i) => [
      ...(i > 0 ? [schema.nodes.hard_break.create()] : []),
      ...(line ? [schema.text(line)] : []),
    ]);
    return schema.nodes.paragraph.create(null, inline);
  });
  return paragraphs.length ? new Slice(Fragment.from(paragraphs), 1, 1) : Slice.empty;
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
      clipboardTextParser: (text) => textToSlice(text),
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
