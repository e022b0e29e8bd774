/** How quotes, pictures and embeds look in the surface, with the fields that belong to them. */
import { redo, undo } from "prosemirror-history";
import { NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { goOnAfter } from "galley/blocks.js";
import { makeFields } from "galley/fields.js";
import { letterOf } from "galley/letters.js";
import { acceptPicture, acceptWeb } from "galley/links.js";

/**
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("prosemirror-view").EditorView} EditorView
 * @typedef {(node: Node, view: EditorView, getPos: () => number | undefined) => import("prosemirror-view").NodeView} MakeView
 */

/** @param {EditorView} view @param {() => number | undefined} getPos */
const fieldKeys = (view, getPos) => (event, last) => {
  const mod = event.ctrlKey || event.metaKey;
  const key = letterOf(event);
  if (mod && !event.altKey && (key === "z" || key === "y")) {
    (key === "y" || event.shiftKey ? redo : undo)(view.state, view.dispatch);
    return true;
  }
  const pos = getPos();
  if (pos === undefined) {
    return false;
  }
  if (event.key === "Escape") {
    const { tr } = view.state;
    if (!view.state.doc.nodeAt(pos).isTextblock) {
      tr.setSelection(NodeSelection.create(tr.doc, pos));
    }
    view.dispatch(tr);
    view.focus();
    return true;
  }
  if (event.key === "Enter" && last && view.editable) {
    goOnAfter(pos)(view.state, view.dispatch);
    view.focus();
    return true;
  }
  return false;
};

/**
 * Who said a quote is a part of the text: Tab goes on in the text after it, in a new paragraph if there is none, and with Shift
 * back to what was said.
 *
 * @param {EditorView} view
 * @param {() => number | undefined} getPos
 */
const quoteKeys = (view, getPos) => {
  const others = fieldKeys(view, getPos);
  return (event, last) => {
    const pos = event.key === "Tab" && view.editable ? getPos() : undefined;
    if (pos === undefined) {
      return others(event, last);
    }
    const { doc, tr } = view.state;
    const end = pos + doc.nodeAt(pos).nodeSize;
    const to = event.shiftKey ? TextSelection.create(doc, end - 1) : Selection.findFrom(doc.resolve(end), 1, true);
    if (to) {
      view.dispatch(tr.setSelection(to).scrollIntoView());
    } else {
      goOnAfter(pos)(view.state, view.dispatch);
    }
    view.focus();
    return true;
  };
};

/** @param {HTMLElement} fields */
const ownEvents = (fields) => (event) => fields.contains(event.target);

/** @param {string} tag @param {string} name */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/** @param {Record<string, string>} messages @returns {MakeView} */
const quote = (messages) => (node, view, getPos) => {
  const dom = make("blockquote", "galley-quote");
  dom.dir = "auto";
  const contentDOM = document.createElement("p");
  const fields = makeFields([{ name: "attribution", label: messages["quote.attribution"], tabbable: false }], {
    view,
    getPos,
    onKey: quoteKeys(view, getPos),
  });
  dom.append(contentDOM, fields.element);
  const show = (shown) => {
    dom.dataset.id = shown.attrs.id ?? "";
    fields.setEditable(view.editable);
    fields.show(shown);
  };
  show(node);
  return {
    dom,
    contentDOM,
    update(next) {
      const same = next.type === node.type;
      if (same) {
        show(next);
      }
      return same;
    },
    stopEvent: ownEvents(fields.element),
    ignoreMutation: (record) => record.type !== "selection" && !contentDOM.contains(record.target),
  };
};

/**
 * A block that is all fields and a preview.
 *
 * @param {string} name
 * @param {import("galley/fields.js").FieldSpec[]} specs
 * @param {(place: { key: () => string, editable: () => boolean }) => { element: HTMLElement, show: (attrs: object) => void,
 *   owns?: (target: EventTarget | null) => boolean, destroy?: () => void }} makePreview
 * @returns {MakeView}
 */
const card = (name, specs, makePreview) => (node, view, getPos) => {
  const dom = make("figure", `galley-${name}`);
  dom.contentEditable = "false";
  const preview = makePreview({ key: () => dom.dataset.id, editable: () => view.editable });
  const fields = makeFields(specs, { view, getPos, onKey: fieldKeys(view, getPos) });
  dom.append(preview.element, fields.element);
  const show = (shown) => {
    dom.dataset.id = shown.attrs.id ?? "";
    preview.show(shown.attrs);
    fields.setEditable(view.editable);
    fields.show(shown);
  };
  show(node);
  return {
    dom,
    update(next) {
      const same = next.type === node.type;
      if (same) {
        show(next);
      }
      return same;
    },
    stopEvent: (event) => fields.element.contains(event.target) || Boolean(preview.owns?.(event.target)),
    ignoreMutation: () => true,
    destroy: () => preview.destroy?.(),
  };
};

/**
 * @param {Record<string, string>} messages
 * @param {(place: object) => ReturnType<typeof import("galley/pictureFrame.js").pictureFrame>} frame
 * @returns {MakeView}
 */
const image = (messages, frame) =>
  card(
    "image",
    [
      { name: "src", label: messages["image.src"], type: "url", valid: (value) => acceptPicture(value) !== null },
      { name: "alt", label: messages["image.alt"] },
      { name: "caption", label: messages["image.caption"] },
      { name: "credit", label: messages["image.credit"] },
    ],
    frame,
  );

/** @param {Record<string, string>} messages @returns {MakeView} */
const embed = (messages) =>
  card(
    "embed",
    [
      { name: "url", label: messages["embed.url"], type: "url", valid: (value) => acceptWeb(value) !== null },
      { name: "title", label: messages["embed.title"] },
    ],
    () => {
      const element = make("div", "galley-card");
      const title = make("span", "galley-card-title");
      const host = make("span", "galley-card-host");
      title.dir = "auto";
      element.append(title, host);
      return {
        element,
        show(attrs) {
          const url = acceptWeb(attrs.url);
          const site = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
          title.textContent = attrs.title || site || messages["embed.none"];
          host.textContent = site;
        },
      };
    },
  );

/**
 * @param {Record<string, string>} messages
 * @param {Parameters<typeof image>[1]} frame makes what shows a picture
 * @returns {Record<string, MakeView>}
 */
export function nodeViews(messages, frame) {
  return { quote: quote(messages), image: image(messages, frame), embed: embed(messages) };
}
