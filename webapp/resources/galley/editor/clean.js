/**
 * Turns any HTML (of Word, Google Docs, mail, web pages) into the few elements that a story knows, and counts what had to be
 * left out. Works on an inert document: nothing is loaded or run.
 */
import { acceptLink, acceptPicture, acceptWeb } from "galley/links.js";

/**
 * Where a link of another page leads. A place on that page itself, such as a footnote of Word, or an address without a site leads
 * nowhere from here.
 *
 * @param {string | null} href
 */
const acceptForeign = (href) => {
  const accepted = acceptLink(href);
  return accepted && !/^[#/]/.test(accepted) ? accepted : null;
};


const DROPPED = new Set(
  ("SCRIPT STYLE NOSCRIPT TEMPLATE OBJECT SVG MATH HEAD TITLE TEXTAREA SELECT BUTTON INPUT AUDIO VIDEO CANVAS META LINK " +
    "O:P W:SDT XML").split(" "),
);
const BLOCKS = new Set(
  ("P DIV H1 H2 H3 H4 H5 H6 BLOCKQUOTE UL OL LI DL DT DD TABLE THEAD TBODY TFOOT TR TD TH CAPTION FIGURE FIGCAPTION PRE HR " +
    "SECTION ARTICLE HEADER FOOTER MAIN NAV ASIDE ADDRESS FORM FIELDSET DETAILS SUMMARY CENTER BODY").split(" "),
);
const MARKS = {
  STRONG: "strong", B: "strong", EM: "em", I: "em", CITE: "em", SUB: "sub", SUP: "sup", S: "s", STRIKE: "s", DEL: "s",
  CODE: "code", TT: "code", KBD: "code", SAMP: "code",
};
/** Same order as in the schema, outermost first. */
const MARK_ORDER = ["strong", "em", "sub", "sup", "s", "code"];

/**
 * @typedef {{ marks: Set<string>, href: string | null }} Look
 * @typedef {{ html: string, dropped: { images: number, tables: number, lists: number, rules: number, media: number, links: number } }} Cleaned
 */

/** @param {string} text */
const escape = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * Takes inline styles and handlers out of the browser's sight: under a Content Security Policy it would not apply them, but
 * report them.
 *
 * @param {string} html
 */
export const withoutStyles = (html) =>
  html.replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'])(style|on[a-z]+)(\s*=)/gi, "$1data-$2$3"));

/** @param {Element} element @returns {string} */
const styleOf = (element) => element.getAttribute("data-style") ?? "";

/** @param {Element} element @param {string} property */
function declared(element, property) {
  const found = new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]*)`, "i").exec(styleOf(element));
  return found ? found[1].trim().toLowerCase() : "";
}

/** @param {HTMLElement} element @param {Look} look @returns {Look} */
function lookOf(element, look) {
  const marks = new Set(look.marks);
  const fontWeight = declared(element, "font-weight");
  const fontStyle = declared(element, "font-style");
  const verticalAlign = declared(element, "vertical-align");
  // Google Docs wraps everything in a <b> that is not bold.
  const notBold = /^(normal|[1-4]00)$/.test(fontWeight);
  const named = MARKS[element.nodeName];
  if (named && !(named === "strong" && notBold)) {
    marks.add(named);
  }
  const heading = /^H[1-6]$/.test(element.nodeName);
  if (/^(bold|bolder|[6-9]00)$/.test(fontWeight) && !heading) {
    marks.add("strong");
  } else if (notBold && element.nodeName !== "B") {
    marks.delete("strong");
  }
  if (fontStyle === "italic" || fontStyle === "oblique") {
    marks.add("em");
  } else if (fontStyle === "normal") {
    marks.delete("em");
  }
  if (verticalAlign === "sub" || verticalAlign === "super") {
    marks.add(verticalAlign === "sub" ? "sub" : "sup");
  }
  if (/line-through/.test(declared(element, "text-decoration(?:-line)?"))) {
    marks.add("s");
  }
  const href = element.nodeName === "A" ? acceptForeign(element.getAttribute("href")) : null;
  return { marks, href: href ?? look.href };
}

/** White space as a browser would show it; non-breaking spaces that only pad are made plain. @param {string} text */
const spaces = (text) => text.replace(/[ \t\r\n\f]+/g, " ").replace(/[ \u00a0]{2,}/g, " ");

/** Collects blocks in the order in which they stand. */
class Blocks {
  /** @type {string[]} */
  out = [];
  line = "";
  breaks = 0;

  /** @param {(html: string) => string} wrap how a finished line becomes a block */
  constructor(wrap) {
    this.wrap = wrap;
  }

  /** @param {string} text @param {Look} look */
  text(text, look) {
    let html = escape(text);
    for (const mark of MARK_ORDER.filter((name) => look.marks.has(name)).reverse()) {
      html = `<${mark}>${html}</${mark}>`;
    }
    if (look.href) {
      html = `<a href="${escape(look.href)}">${html}</a>`;
    }
    if (text.trim()) {
      this.settleBreaks();
    }
    this.line += this.breaks ? "" : html;
  }

  /** Two line breaks in a row are the end of a paragraph. */
  settleBreaks() {
    if (this.breaks > 1) {
      const marked = this.line;
      this.line = "";
      this.flushLine(marked);
    } else if (this.breaks === 1 && this.line.trim()) {
      this.line += "<br>";
    }
    this.breaks = 0;
  }

  lineBreak() {
    this.breaks++;
  }

  /** @param {string} line */
  flushLine(line) {
    if (line.replace(/<[^>]*>/g, "").replace(/[\s\u00a0]/g, "")) {
      this.out.push(this.wrap(line.trim()));
    }
  }

  /** Ends the paragraph. */
  end() {
    this.breaks = 0;
    const { line } = this;
    this.line = "";
    this.flushLine(line);
  }

  /** @param {string} html */
  block(html) {
    this.end();
    this.out.push(html);
  }
}

/** @param {Node} root @param {Cleaned["dropped"]} dropped */
function walker(dropped) {
  const plain = { marks: new Set(), href: null };

  /** The inline content of an element, in lines joined by breaks. @param {Node} node @param {Look} [look] */
  const inline = (node, look = plain) => {
    const inner = new Blocks((html) => html);
    node.childNodes.forEach((child) => visit(child, look, inner, true));
    inner.end();
    return inner.out.join("<br>");
  };

  /** @param {HTMLElement} element */
  const word = (element) => {
    const level = /mso-list:\s*l\d+ level\d+/i.test(styleOf(element));
    return level || /MsoListParagraph/.test(element.className);
  };

  /** Word writes list items as paragraphs whose number or bullet is text. @param {HTMLElement} element */
  const wordItem = (element) => {
    const ignored = [...element.querySelectorAll("span")].find((span) =>
      /mso-list:\s*ignore/i.test(styleOf(span)),
    );
    const sign = (ignored?.textContent ?? "").trim();
    ignored?.remove();
    return { ordered: /^[0-9a-z]+[.)]/i.test(sign), html: inline(element) };
  };

  /** The items of a list and of all lists within it: a story knows lists of one level. @param {HTMLElement} list */
  const items = (list) =>
    [...list.children].flatMap((child) => {
      if (/^[UO]L$/.test(child.nodeName)) {
        dropped.lists++;
        return items(child);
      }
      const nested = [...child.querySelectorAll("ul,ol")].filter((one) => one.parentElement.closest("li,ul,ol") === child);
      nested.forEach((one) => one.remove());
      dropped.lists += nested.length;
      const own = inline(child);
      return [...(own ? [`<li>${own}</li>`] : []), ...nested.flatMap(items)];
    });

  /** @param {HTMLElement} image @param {string} caption */
  const picture = (image, caption) => {
    const src = acceptPicture(image.getAttribute("src"));
    if (!src) {
      dropped.images++;
      return "";
    }
    return `<figure><img src="${escape(src)}" alt="${escape(image.getAttribute("alt") ?? "")}"><figcaption>${escape(caption)}</figcaption></figure>`;
  };

  /** @param {HTMLElement} element @param {Blocks} out */
  const visitBlock = (element, out) => {
    const name = element.nodeName;
    if (/^H[1-6]$/.test(name)) {
      const html = inline(element);
      const level = name <= "H2" ? 2 : 3;
      return html && out.block(`<h${level}>${html}</h${level}>`);
    }
    if (name === "UL" || name === "OL") {
      const html = items(element).join("");
      const tag = name.toLowerCase();
      return html && out.block(`<${tag}>${html}</${tag}>`);
    }
    if (name === "BLOCKQUOTE") {
      const cite = element.querySelector("cite, footer");
      const by = (cite?.textContent ?? "").replace(/\s+/g, " ").replace(/^[\s—–-]+/, "").trim();
      cite?.remove();
      const html = inline(element);
      return html && out.block(`<blockquote><p>${html}</p><cite>${escape(by)}</cite></blockquote>`);
    }
    if (name === "FIGURE" && element.querySelector("img")) {
      const caption = element.querySelector("figcaption")?.textContent.replace(/\s+/g, " ").trim() ?? "";
      const html = picture(element.querySelector("img"), caption);
      return html ? out.block(html) : caption && out.block(`<p>${escape(caption)}</p>`);
    }
    if (name === "TABLE") {
      dropped.tables++;
      element.querySelectorAll("tr").forEach((row) => {
        const cells = [...row.cells].map((cell) => inline(cell)).filter(Boolean);
        if (cells.length) {
          out.block(`<p>${cells.join(" · ")}</p>`);
        }
      });
      return undefined;
    }
    if (name === "PRE") {
      element.textContent.split(/\n\s*\n/).forEach((part) => {
        if (part.trim()) {
          out.block(`<p>${part.trim().split("\n").map(escape).join("<br>")}</p>`);
        }
      });
      return undefined;
    }
    out.end();
    const look = lookOf(element, plain);
    element.childNodes.forEach((child) => visit(child, look, out, false));
    out.end();
    return undefined;
  };

  /** @param {Node} node @param {Look} look @param {Blocks} out @param {boolean} inlineOnly */
  const visit = (node, look, out, inlineOnly) => {
    if (node.nodeType === 3) {
      out.text(spaces(node.data), look);
      return;
    }
    if (node.nodeType !== 1 || DROPPED.has(node.nodeName.toUpperCase())) {
      dropped.media += /^(OBJECT|AUDIO|VIDEO|CANVAS|svg)$/.test(node.nodeName) ? 1 : 0;
      return;
    }
    const element = /** @type {HTMLElement} */ (node);
    if (element.hidden || declared(element, "display") === "none") {
      return;
    }
    if (element.nodeName === "A" && element.hasAttribute("href") && element.textContent.trim()) {
      dropped.links += acceptForeign(element.getAttribute("href")) ? 0 : 1;
    }
    dropped.rules += element.nodeName === "HR" ? 1 : 0;
    if (element.nodeName === "BR") {
      out.lineBreak();
    } else if (element.nodeName === "IMG") {
      const html = inlineOnly ? (dropped.images++, "") : picture(element, "");
      if (html) {
        out.block(html);
      }
    } else if (element.nodeName === "IFRAME") {
      const url = inlineOnly ? null : acceptWeb(element.getAttribute("src"));
      dropped.media += url ? 0 : 1;
      if (url) {
        out.block(`<figure class="embed"><a href="${escape(url)}">${escape(element.title)}</a></figure>`);
      }
    } else if (BLOCKS.has(element.nodeName)) {
      if (inlineOnly) {
        out.end();
        element.childNodes.forEach((child) => visit(child, lookOf(element, look), out, true));
        out.end();
      } else if (word(element)) {
        const { ordered, html } = wordItem(element);
        const tag = ordered ? "ol" : "ul";
        out.end();
        const last = out.out[out.out.length - 1];
        if (html && last?.startsWith(`<${tag}>`)) {
          out.out[out.out.length - 1] = last.replace(/<\/[uo]l>$/, `<li>${html}</li></${tag}>`);
        } else if (html) {
          out.block(`<${tag}><li>${html}</li></${tag}>`);
        }
      } else {
        visitBlock(element, out);
      }
    } else {
      const inner = lookOf(element, look);
      element.childNodes.forEach((child) => visit(child, inner, out, inlineOnly));
    }
  };
  return visit;
}

/**
 * @param {string} html
 * @returns {Cleaned}
 */
export function cleanHtml(html) {
  const dropped = { images: 0, tables: 0, lists: 0, rules: 0, media: 0, links: 0 };
  const { body } = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const out = new Blocks((line) => `<p>${line}</p>`);
  const visit = walker(dropped);
  body.childNodes.forEach((child) => visit(child, { marks: new Set(), href: null }, out, false));
  // A few words without a block around them go into the sentence at the cursor, with the spaces at their ends.
  if (out.out.length === 0) {
    return { html: out.line.trim() ? `<p data-pm-slice="1 1 []">${out.line}</p>` : "", dropped };
  }
  out.end();
  return { html: out.out.join(""), dropped };
}
