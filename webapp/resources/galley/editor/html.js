/**
 * Turns the document into the body that is exchanged with the server, and back. Inline HTML is printed in the canonical form
 * of the server's `InlineHtml`: the same words, set the same way, are the same string.
 */
import { DOMParser as ModelParser } from "prosemirror-model";
import { schema } from "galley/schema.js";
import { countText } from "galley/count.js";
import { acceptLink, acceptPicture, acceptWeb } from "galley/links.js";

/**
 * @typedef {object} BodyBlock
 * @property {string} id
 * @property {"paragraph" | "subheading" | "quote" | "list" | "image" | "embed"} type
 * @property {string} [html]
 * @property {number} [level]
 * @property {string} [attribution]
 * @property {boolean} [ordered]
 * @property {string[]} [items]
 * @property {string} [src]
 * @property {string} [alt]
 * @property {string} [caption]
 * @property {string} [credit]
 * @property {string} [url]
 * @property {string} [title]
 *
 * @typedef {{ text: string, tags: string[] }} Run
 * @typedef {import("prosemirror-model").Node} Node
 */

const inlineParser = ModelParser.fromSchema(schema);

/** One line of plain text as the server keeps it. @param {unknown} value */
export function plainLine(value) {
  return characters(String(value ?? ""))
    .normalize("NFC")
    .replace(/[ \n]+/g, " ")
    .trim();
}

/** @param {string} text */
function characters(text) {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/[\t\f\v]/g, " ")
    .replace(/[\p{Cc}\ufeff\u202a-\u202e\u206a-\u206f\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]/gu, (c) => (c === "\n" ? c : ""))
    .replace(/\p{Cs}/gu, "\ufffd");
}

/** @param {string} text */
const escapeText = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** @param {string} text */
const escapeAttribute = (text) => escapeText(text).replaceAll('"', "&quot;");

/** @param {import("prosemirror-model").Mark} mark */
function tagOf(mark) {
  return mark.type === schema.marks.link ? `a href="${escapeAttribute(mark.attrs.href)}"` : mark.type.name;
}

/** @param {Run[]} out @param {string} text @param {string[]} tags */
function append(out, text, tags) {
  if (!text) {
    return;
  }
  const last = out[out.length - 1];
  if (last && last.tags.join() === tags.join()) {
    last.text += text;
  } else {
    out.push({ text, tags });
  }
}

/**
 * The text of a textblock as canonical runs; a line feed is a line break.
 *
 * @param {Node} block
 * @returns {Run[]}
 */
function runsOf(block) {
  /** @type {Run[]} */
  const raw = [];
  block.forEach((child) => {
    // A pasted line end in a text node is white space; only a break node breaks a line.
    const text = child.isText ? characters(child.text).replaceAll("\n", " ") : "\n";
    append(raw, text, child.marks.map(tagOf));
  });
  /** @type {Run[]} */
  const composed = [];
  raw.forEach((run) => append(composed, run.text.normalize("NFC"), run.tags));
  return collapse(composed);
}

/**
 * Collapses white space over the borders of runs; the space stays with the run in which it was first seen.
 *
 * @param {Run[]} runs
 */
function collapse(runs) {
  /** @type {Run[]} */
  const out = [];
  /** @type {Run | null} */
  let spaceFrom = null;
  /** @type {Run | null} */
  let breakFrom = null;
  let breaks = 0;
  for (const run of runs) {
    for (const part of run.text.match(/\n| +|[^ \n]+/g) ?? []) {
      if (part === "\n") {
        breaks++;
        breakFrom ??= run;
        spaceFrom = null;
      } else if (part[0] === " ") {
        if (breaks === 0) {
          spaceFrom ??= run;
        }
      } else {
        if (out.length > 0 && breakFrom) {
          append(out, "\n".repeat(breaks), breakFrom.tags);
        } else if (out.length > 0 && spaceFrom) {
          append(out, " ", spaceFrom.tags);
        }
        breaks = 0;
        breakFrom = null;
        spaceFrom = null;
        append(out, part, run.tags);
      }
    }
  }
  return out;
}

/** @param {Run[]} runs */
function printRuns(runs) {
  let out = "";
  /** @type {string[]} */
  const open = [];
  const closeTo = (keep) => {
    while (open.length > keep) {
      out += `</${open.pop().split(" ", 1)[0]}>`;
    }
  };
  for (const { text, tags } of runs) {
    let shared = 0;
    while (shared < open.length && shared < tags.length && open[shared] === tags[shared]) {
      shared++;
    }
    closeTo(shared);
    for (const tag of tags.slice(shared)) {
      out += `<${tag}>`;
      open.push(tag);
    }
    out += escapeText(text).replaceAll("\n", "<br>");
  }
  closeTo(0);
  return out;
}

/** The canonical HTML of a textblock's content. @param {Node} block */
export function inlineHtml(block) {
  return printRuns(runsOf(block));
}

/** @param {Node} block */
function plainText(block) {
  return runsOf(block)
    .map((run) => run.text)
    .join("");
}

/** @type {WeakMap<Node, { body: BodyBlock, json: string, count: import("galley/count.js").Count }>} */
const printed = new WeakMap();

/** @param {Node} node */
function print(node) {
  let known = printed.get(node);
  if (!known) {
    const body = bodyBlock(node);
    known = { body, json: JSON.stringify(body), count: countText(blockText(node)) };
    printed.set(node, known);
  }
  return known;
}

/** @param {Node} node */
function blockText(node) {
  if (node.type === schema.nodes.list) {
    return node.children.map(plainText).join("\n");
  }
  return node.isTextblock ? plainText(node) : "";
}

/**
 * @param {Node} node
 * @returns {BodyBlock}
 */
function bodyBlock(node) {
  const { id, ...attrs } = node.attrs;
  switch (node.type.name) {
    case "subheading":
      return { id, type: "subheading", level: attrs.level, html: inlineHtml(node) };
    case "quote":
      return { id, type: "quote", html: inlineHtml(node), attribution: plainLine(attrs.attribution) };
    case "list":
      return { id, type: "list", ordered: attrs.ordered, items: node.children.map(inlineHtml) };
    case "image":
      return {
        id,
        type: "image",
        src: acceptPicture(attrs.src) ?? "",
        alt: plainLine(attrs.alt),
        caption: plainLine(attrs.caption),
        credit: plainLine(attrs.credit),
      };
    case "embed":
      return { id, type: "embed", url: acceptWeb(attrs.url) ?? "", title: plainLine(attrs.title) };
    default:
      return { id, type: "paragraph", html: inlineHtml(node) };
  }
}

/**
 * The body as plain objects; treat them as read-only, they are kept from call to call.
 *
 * @param {Node} doc
 * @returns {BodyBlock[]}
 */
export function docToBody(doc) {
  return doc.children.map((node) => print(node).body);
}

/** The body as JSON; only blocks that changed since the last call are printed anew. @param {Node} doc */
export function docToJson(doc) {
  return `[${doc.children.map((node) => print(node).json).join(",")}]`;
}

/**
 * Words and characters of the whole text, captions and attributions not counted.
 *
 * @param {Node} doc
 * @returns {import("galley/count.js").Count}
 */
export function countDoc(doc) {
  let words = 0;
  let chars = 0;
  doc.forEach((node) => {
    const { count } = print(node);
    words += count.words;
    chars += count.characters;
  });
  return { words, characters: chars };
}

/** Whether two nodes are the same to the server, id included. @param {Node} a @param {Node} b */
export function sameBlock(a, b) {
  return a === b || print(a).json === print(b).json;
}

/**
 * Parses inline HTML into a textblock of the wanted kind.
 *
 * @param {string | undefined} html
 * @param {Node} top an empty node of that kind
 */
function withInline(html, top) {
  const parsed = new DOMParser().parseFromString(`<body>${html ?? ""}`, "text/html").body;
  return inlineParser.parse(parsed, { topNode: top, preserveWhitespace: true });
}

/**
 * @param {BodyBlock} block
 * @returns {Node}
 */
export function blockToNode(block) {
  const { nodes } = schema;
  const id = block.id ?? null;
  switch (block.type) {
    case "subheading":
      return withInline(block.html, nodes.subheading.create({ id, level: block.level === 3 ? 3 : 2 }));
    case "quote":
      return withInline(block.html, nodes.quote.create({ id, attribution: block.attribution ?? "" }));
    case "list": {
      const items = (block.items?.length ? block.items : [""]).map((html) => withInline(html, nodes.list_item.create()));
      return nodes.list.create({ id, ordered: Boolean(block.ordered) }, items);
    }
    case "image":
      return nodes.image.create({
        id,
        src: acceptLink(block.src) ?? "",
        alt: block.alt ?? "",
        caption: block.caption ?? "",
        credit: block.credit ?? "",
      });
    case "embed":
      return nodes.embed.create({ id, url: acceptWeb(block.url) ?? "", title: block.title ?? "" });
    default:
      return withInline(block.html, nodes.paragraph.create({ id }));
  }
}

/**
 * @param {BodyBlock[]} body
 * @returns {Node} a document with at least one block; ids as given, not yet checked
 */
export function bodyToDoc(body) {
  const blocks = body.map(blockToNode);
  return schema.nodes.doc.create(null, blocks.length ? blocks : [schema.nodes.paragraph.create()]);
}
