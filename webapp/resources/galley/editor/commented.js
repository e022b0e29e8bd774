/** A mark at the end of each block that somebody commented on, and a button for the first comment on the one under the pointer. */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { bubble, markButton } from "galley/commentMark.js";
import { startOfBlock } from "galley/blocks.js";
import { blockAt } from "galley/handles.js";
import { count } from "galley/words.js";

/** @typedef {Map<string, { count: number, must: boolean }>} Marks */

const key = new PluginKey("galley-commented");

/**
 * @param {import("prosemirror-model").Node} doc
 * @param {Marks} marks
 * @param {Record<string, string>} messages
 * @param {(id: string) => void} open
 */
function draw(doc, marks, messages, open) {
  if (marks.size === 0) {
    return DecorationSet.empty;
  }
  const found = [];
  doc.forEach((node, pos) => {
    const { id } = node.attrs;
    const mark = marks.get(id);
    if (mark) {
      const said = count(messages, "commented", mark.count) + (mark.must ? `, ${messages["commented.must"]}` : "");
      const make = () => {
        const element = document.createElement("div");
        element.className = "galley-commented";
        element.contentEditable = "false";
        const press = markButton(mark, said);
        press.addEventListener("click", () => open(id));
        element.append(press);
        return element;
      };
      // Before the bar of an ad that stands at the same place.
      const place = { key: `${id} ${mark.count} ${mark.must}`, side: -2, ignoreSelection: true, stopEvent: () => true };
      found.push(Decoration.widget(pos + node.nodeSize, make, place));
    }
  });
  return DecorationSet.create(doc, found);
}

/**
 * @param {object} options
 * @param {HTMLElement} options.host positioned
 * @param {Record<string, string>} options.messages
 * @param {(id: string) => void} options.open somebody wants to see the comments on a block
 * @param {(id: string) => void} options.begin somebody wants to comment on a block
 */
export function commented({ host, messages, open, begin }) {
  return new Plugin({
    key,
    state: {
      init: () => ({ marks: new Map(), on: false, shown: DecorationSet.empty }),
      apply(tr, state) {
        const marks = tr.getMeta(key) ?? state.marks;
        if (marks === state.marks && !tr.docChanged) {
          return state;
        }
        // Letters only push a mark; where blocks come and go it may be another block's.
        const same = marks === state.marks && tr.doc.childCount === tr.before.childCount;
        return { marks, on: true, shown: same ? state.shown.map(tr.mapping, tr.doc) : draw(tr.doc, marks, messages, open) };
      },
    },
    props: { decorations: (state) => key.getState(state).shown },
    view(view) {
      const add = document.createElement("button");
      add.type = "button";
      add.className = "comment-mark add galley-comment-add";
      add.title = messages["comment.add"];
      // Its work is done by keys as well, so it is one stop less for those who use them.
      add.setAttribute("aria-hidden", "true");
      add.tabIndex = -1;
      add.hidden = true;
      add.append(bubble());
      host.append(add);
      let id = "";
      const hide = () => (add.hidden = true);
      const show = (event) => {
        const { marks, on } = key.getState(view.state);
        const index = on && event.pointerType !== "touch" ? blockAt(view, event.clientY) : -1;
        const dom = index < 0 ? null : view.nodeDOM(startOfBlock(view.state.doc, index));
        id = index < 0 ? "" : view.state.doc.child(index).attrs.id;
        add.hidden = !(dom instanceof Element) || marks.has(id);
        if (!add.hidden) {
          const line = parseFloat(getComputedStyle(dom).lineHeight) || 28;
          add.style.top = `${dom.getBoundingClientRect().top - host.getBoundingClientRect().top + (line - 24) / 2}px`;
        }
      };
      const press = () => {
        hide();
        begin(id);
      };
      host.addEventListener("pointermove", show);
      host.addEventListener("pointerleave", hide);
      add.addEventListener("click", press);
      return {
        destroy() {
          host.removeEventListener("pointermove", show);
          host.removeEventListener("pointerleave", hide);
          add.remove();
        },
      };
    },
  });
}

/** @param {import("prosemirror-view").EditorView} view @param {Marks} marks */
export function showComments(view, marks) {
  view.dispatch(view.state.tr.setMeta(key, marks).setMeta("addToHistory", false));
}
