/**
 * What a story's body may hold: the ProseMirror schema. Every block is a direct child of the document and carries an id for
 * life; marks nest in the order in which the server prints them.
 */
import { Schema } from "prosemirror-model";
import { acceptLink, acceptWeb } from "galley/links.js";

/** @param {Element} dom */
const idOf = (dom) => dom.getAttribute("data-id") || null;

/** @param {Element | null} dom */
const textOf = (dom) => (dom ? dom.textContent.replace(/\s+/g, " ").trim() : "");

/** @param {import("prosemirror-model").Node} node */
const marked = (node) => ({ "data-id": node.attrs.id, dir: "auto" });

const id = { default: null };

const nodes = {
  doc: { content: "block+" },

  paragraph: {
    group: "block",
    content: "inline*",
    attrs: { id },
    parseDOM: [{ tag: "p", getAttrs: (dom) => ({ id: idOf(dom) }) }],
    toDOM: (node) => ["p", marked(node), 0],
  },

  subheading: {
    group: "block",
    content: "inline*",
    definingForContent: true,
    attrs: { id, level: { default: 2 } },
    parseDOM: [2, 3].map((level) => ({ tag: `h${level}`, getAttrs: (dom) => ({ id: idOf(dom), level }) })),
    toDOM: (node) => [`h${node.attrs.level}`, marked(node), 0],
  },

  quote: {
    group: "block",
    content: "inline*",
    definingForContent: true,
    attrs: { id, attribution: { default: "" } },
    parseDOM: [
      {
        tag: "blockquote",
        getAttrs: (dom) => ({ id: idOf(dom), attribution: textOf(dom.querySelector("cite")) }),
        contentElement: (dom) => dom.querySelector("p") ?? dom,
      },
    ],
    toDOM: (node) => ["blockquote", marked(node), ["p", 0], ["cite", node.attrs.attribution]],
  },

  list: {
    group: "block",
    content: "list_item+",
    definingForContent: true,
    attrs: { id, ordered: { default: false } },
    parseDOM: ["ul", "ol"].map((tag) => ({ tag, getAttrs: (dom) => ({ id: idOf(dom), ordered: tag === "ol" }) })),
    // The side of its signs is the story's; each item finds its own direction.
    toDOM: (node) => [node.attrs.ordered ? "ol" : "ul", { "data-id": node.attrs.id }, 0],
  },

  list_item: {
    content: "inline*",
    parseDOM: [{ tag: "li" }],
    toDOM: () => ["li", { dir: "auto" }, 0],
  },

  image: {
    group: "block",
    atom: true,
    attrs: { id, src: { default: "" }, alt: { default: "" }, caption: { default: "" }, credit: { default: "" } },
    parseDOM: [
      {
        tag: "figure:not(.embed)",
        getAttrs: (dom) => {
          const image = dom.querySelector("img");
          if (!image) {
            return false;
          }
          const caption = dom.querySelector("figcaption")?.cloneNode(true) ?? null;
          const credit = caption?.querySelector("cite") ?? null;
          credit?.remove();
          return {
            id: idOf(dom),
            src: acceptLink(image.getAttribute("src")) ?? "",
            alt: image.getAttribute("alt") ?? "",
            caption: textOf(caption),
            credit: textOf(credit),
          };
        },
      },
    ],
    toDOM: ({ attrs }) => [
      "figure",
      { "data-id": attrs.id },
      ["img", { src: attrs.src, alt: attrs.alt }],
      ["figcaption", attrs.caption, ["cite", attrs.credit]],
    ],
  },

  embed: {
    group: "block",
    atom: true,
    attrs: { id, url: { default: "" }, title: { default: "" } },
    parseDOM: [
      {
        tag: "figure.embed",
        priority: 60,
        getAttrs: (dom) => {
          const link = dom.querySelector("a");
          return { id: idOf(dom), url: acceptWeb(link?.getAttribute("href")) ?? "", title: textOf(link) };
        },
      },
    ],
    toDOM: ({ attrs }) => ["figure", { "data-id": attrs.id, class: "embed" }, ["a", { href: attrs.url }, attrs.title]],
  },

  text: { group: "inline" },

  hard_break: {
    group: "inline",
    inline: true,
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: "br" }],
    toDOM: () => ["br"],
    leafText: () => "\n",
  },
};

/** @param {string} element @param {string[]} others */
const mark = (element, ...others) => ({
  parseDOM: [element, ...others].map((tag) => ({ tag })),
  toDOM: () => [element, 0],
});

// Declared in the order in which elements nest, outermost first.
const marks = {
  link: {
    attrs: { href: {} },
    inclusive: false,
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => {
          const href = acceptLink(dom.getAttribute("href"));
          return href ? { href } : false;
        },
      },
    ],
    // The target is shown and edited in the link box; a click in the surface only places the cursor.
    toDOM: (node) => ["a", { href: node.attrs.href, rel: "noopener noreferrer" }, 0],
  },
  strong: mark("strong", "b"),
  em: mark("em", "i"),
  sub: mark("sub"),
  sup: mark("sup"),
  s: mark("s", "strike", "del"),
  code: mark("code", "tt", "kbd", "samp"),
};

export const schema = new Schema({ nodes, marks });
