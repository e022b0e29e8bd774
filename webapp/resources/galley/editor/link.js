/** The box in which a link's target is typed, beside the words that it is for. */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { completeLink } from "galley/links.js";
import { schema } from "galley/schema.js";

const key = new PluginKey("galley-link");

/**
 * The stretch of text that a link command works on: the selection, or the link or word around the cursor.
 *
 * @param {import("prosemirror-state").EditorState} state
 * @returns {{ from: number, to: number, href: string }}
 */
function stretch({ selection, doc }) {
  const { $from, from, to, empty } = selection;
  const { link } = schema.marks;
  if (!empty) {
    let href = "";
    doc.nodesBetween(from, to, (node) => {
      href ||= link.isInSet(node.marks)?.attrs.href ?? "";
    });
    return { from, to, href };
  }
  if (!$from.parent.isTextblock) {
    return { from, to, href: "" };
  }
  const { parent } = $from;
  const start = $from.start();
  const touching = [parent.childAfter($from.parentOffset), parent.childBefore($from.parentOffset)];
  const mark = touching.map(({ node }) => node && link.isInSet(node.marks)).find(Boolean);
  if (mark) {
    // The link may go on over text that is set differently.
    let index = touching.find(({ node }) => node && mark.isInSet(node.marks)).index;
    let last = index;
    while (index > 0 && mark.isInSet(parent.child(index - 1).marks)) {
      index--;
    }
    while (last + 1 < parent.childCount && mark.isInSet(parent.child(last + 1).marks)) {
      last++;
    }
    const sizes = parent.children.map((node) => node.nodeSize);
    const offset = sizes.slice(0, index).reduce((a, b) => a + b, 0);
    const length = sizes.slice(index, last + 1).reduce((a, b) => a + b, 0);
    return { from: start + offset, to: start + offset + length, href: mark.attrs.href };
  }
  const text = parent.textBetween(0, parent.content.size, null, " ");
  const left = /[\p{L}\p{N}’'-]*$/u.exec(text.slice(0, $from.parentOffset))[0].length;
  const right = /^[\p{L}\p{N}’'-]*/u.exec(text.slice($from.parentOffset))[0].length;
  return { from: from - left, to: from + right, href: "" };
}

/** Marks the words that a link is being made for while the focus is in the box. */
export function linkTarget() {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const range = tr.getMeta(key);
        if (range === undefined) {
          return set.map(tr.mapping, tr.doc);
        }
        return range
          ? DecorationSet.create(tr.doc, [Decoration.inline(range.from, range.to, { class: "galley-linking" })])
          : DecorationSet.empty;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Pixels between the words and the box, and what a refusal adds to its height. */
const GAP = 6;
const REFUSAL = 44;

/**
 * @param {HTMLElement} host positioned; the box is shown inside it
 * @param {Record<string, string>} messages
 * @param {{ top: number, bottom: number }} clear what bars take of the window, in pixels
 */
export function linkBox(host, messages, clear) {
  const box = document.createElement("div");
  box.className = "galley-link-box";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", messages["link.title"]);
  box.hidden = true;

  const input = document.createElement("input");
  input.type = "text";
  input.inputMode = "url";
  input.dir = "ltr";
  input.autocomplete = "off";
  input.spellcheck = false;
  input.placeholder = messages["link.placeholder"];
  input.setAttribute("aria-label", messages["link.target"]);

  const error = document.createElement("span");
  error.className = "galley-link-error";
  error.setAttribute("role", "alert");

  const button = (name, action) => {
    const element = document.createElement("button");
    element.type = "button";
    element.textContent = messages[name];
    element.addEventListener("click", action);
    return element;
  };
  const apply = button("link.apply", () => submit());
  const remove = button("link.remove", () => finish(null));
  box.append(input, apply, remove, error);
  host.append(box);

  /** @type {import("prosemirror-view").EditorView | null} */
  let view = null;

  const range = () => {
    const [found] = key.getState(view.state).find();
    return found ? { from: found.from, to: found.to } : null;
  };

  const close = (tr) => {
    box.hidden = true;
    view.dispatch(tr.setMeta(key, null));
    view.focus();
  };

  /** @param {string | null} href null takes the link away */
  const finish = (href) => {
    const { tr } = view.state;
    const at = range();
    if (at) {
      tr.removeMark(at.from, at.to, schema.marks.link);
      if (href) {
        tr.addMark(at.from, at.to, schema.marks.link.create({ href }));
      }
    } else if (href) {
      tr.replaceSelectionWith(schema.text(href, [schema.marks.link.create({ href })]), false);
    }
    close(tr);
  };

  const submit = () => {
    const typed = input.value.trim();
    const href = typed ? completeLink(typed) : null;
    if (typed && !href) {
      error.textContent = messages["link.refused"];
      input.setAttribute("aria-invalid", "true");
      input.focus();
      box.scrollIntoView({ block: "nearest" });
      return;
    }
    finish(href);
  };

  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(view.state.tr);
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      submit();
    }
  });
  input.addEventListener("input", () => {
    error.textContent = "";
    input.removeAttribute("aria-invalid");
  });
  box.addEventListener("focusout", (event) => {
    if (!box.hidden && event.relatedTarget && !box.contains(event.relatedTarget)) {
      box.hidden = true;
      view.dispatch(view.state.tr.setMeta(key, null));
    }
  });

  /** Puts the box under the words, or above them if a bar stands there. @param {number} from @param {number} to */
  const place = (from, to) => {
    const frame = host.getBoundingClientRect();
    const above = view.coordsAtPos(from);
    const under = view.coordsAtPos(to).bottom + GAP;
    const left = Math.min(Math.max(0, above.left - frame.left), Math.max(0, frame.width - box.offsetWidth));
    // A refusal must not need another place.
    const height = box.offsetHeight + REFUSAL;
    const fits = under + height <= innerHeight - clear.bottom || above.top - GAP - height < clear.top;
    Object.assign(box.style, {
      insetInlineStart: "auto",
      left: `${left}px`,
      top: fits ? `${under - frame.top}px` : "auto",
      bottom: fits ? "auto" : `${frame.bottom - above.top + GAP}px`,
    });
  };

  return {
    /** @param {import("prosemirror-view").EditorView} editor */
    open(editor) {
      view = editor;
      if (!view.editable) {
        return;
      }
      const { from, to, href } = stretch(view.state);
      view.dispatch(view.state.tr.setMeta(key, from < to ? { from, to } : null));
      input.value = href;
      input.removeAttribute("aria-invalid");
      error.textContent = "";
      remove.hidden = !href;
      box.hidden = false;
      place(from, to);
      input.focus();
      input.select();
      box.scrollIntoView({ block: "nearest" });
    },
  };
}
