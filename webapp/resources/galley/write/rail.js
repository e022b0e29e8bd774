/** The rail beside the text: where each ad slot stands, how long the paragraphs are, and findings that lead to their place. */
import { editorOf } from "galley/storyEditor.js";
import { countText } from "galley/count.js";
import { count, fill } from "galley/words.js";

const form = document.getElementById("story");
const surface = document.getElementById("story:body");
const words = JSON.parse(form.dataset.words);
const placing = surface.dataset.placing === "true";
const editor = () => editorOf(surface);

/** The tallest bar stands for at least this many words, so that short paragraphs look short. */
const LONG = 80;
/** More bars than this stand without a space between. */
const MANY = 60;

/** @param {string} tag @param {string} name @param {string} text */
function make(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** Whether another slot stands in the same gap. @param {import("galley/slots.js").Ad} ad @param {import("galley/slots.js").Ad[]} ads */
const isCrowded = (ad, ads) =>
  ["placed", "displaced"].includes(ad.state) &&
  ads.some((other) => other !== ad && other.after === ad.after && ["placed", "displaced"].includes(other.state));

/** Characters of a paragraph by which one knows it; as on the Ads screen. */
const OPENING = 34;

/** How a block begins; empty if it has no words. @param {import("galley/html.js").BodyBlock | undefined} block */
function opening(block) {
  const text = (block?.html ?? "").replace(/<br>/g, " ").replace(/<[^>]*>/g, "").trim();
  const plain = new DOMParser().parseFromString(text, "text/html").body.textContent;
  if (plain.length <= OPENING) {
    return plain;
  }
  const cut = plain.lastIndexOf(" ", OPENING);
  return `${plain.slice(0, cut > 0 ? cut : OPENING)}…`;
}

/** After which block, counted as the Ads screen counts, pictures among them. @param {import("galley/html.js").BodyBlock[]} body @param {number} index */
function after(body, index) {
  const begins = opening(body[index]);
  return begins ? fill(words["ads.after"], index + 1, begins) : fill(words["ads.afterMute"], index + 1);
}

/** @param {import("galley/slots.js").Ad} ad @param {import("galley/html.js").BodyBlock[]} body */
function place(ad, body) {
  const index = body.findIndex((block) => block.id === ad.after);
  const at =
    ad.after === null ? words["ads.top"] : index === body.length - 1 ? words["ads.below"] : after(body, index);
  return {
    placed: at,
    displaced: fill(words["ads.displaced"], at),
    orphaned: words["ads.lost"],
    surplus: words["ads.waiting"],
  }[ad.state];
}

/** @param {import("galley/html.js").BodyBlock[]} body */
function showAds(body) {
  const list = document.querySelector("[data-ads-list]");
  const ads = editor().getAds();
  // Those that somebody should see to come first.
  const order = ["orphaned", "displaced", "placed", "surplus"];
  const where = (ad) => body.findIndex((block) => block.id === ad.after);
  ads.sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || where(a) - where(b));
  const said = (ad) => (isCrowded(ad, ads) ? fill(words["ads.crowded"], place(ad, body)) : place(ad, body));
  const key = JSON.stringify(ads.map((ad) => [ad.id, ad.label, said(ad)]));
  if (list.dataset.shown === key) {
    return;
  }
  list.dataset.shown = key;
  document.querySelector("[data-ads-count]").textContent = String(ads.length);
  list.replaceChildren(
    ...ads.map((ad) => {
      const item = make("li", ad.state === "placed" && !isCrowded(ad, ads) ? "" : "waits", "");
      item.append(make("b", "", ad.label), " ", make("span", ad.state === "orphaned" ? "sub warn" : "sub", said(ad)));
      if (placing && (ad.state === "orphaned" || ad.state === "surplus")) {
        const button = make("button", "btn small", words["ads.put"]);
        button.type = "button";
        button.addEventListener("click", () => editor().putAd(ad.id));
        item.append(" ", button);
      }
      return item;
    }),
  );
  if (ads.length === 0) {
    list.append(make("li", "sub", words["ads.none"]));
  }
}

/** Blocks that did not change are the same objects. @type {WeakMap<import("galley/html.js").BodyBlock, number>} */
const counted = new WeakMap();

/** @param {import("galley/html.js").BodyBlock} block */
function wordsIn(block) {
  let known = counted.get(block);
  if (known === undefined) {
    known = countText(block.html.replace(/<br>/g, " ").replace(/<[^>]*>/g, "")).words;
    counted.set(block, known);
  }
  return known;
}

/** @param {import("galley/html.js").BodyBlock[]} body */
function showLengths(body) {
  const texts = body.filter((block) => block.type === "paragraph");
  const lengths = texts.map(wordsIn);
  const filled = lengths.filter((length) => length > 0);
  const sum = filled.reduce((a, b) => a + b, 0);
  const longest = Math.max(0, ...filled);
  const line = document.querySelector("[data-lengths]");
  const average = Math.round(sum / Math.max(1, filled.length));
  const told = filled.length ? count(words, "lengths", filled.length, average, longest) : words["lengths.none"];
  // Only what differs is written: every key passes here, and what is written anew is laid out and painted anew.
  if (line.textContent !== told) {
    line.textContent = told;
  }
  const bars = document.querySelector("[data-length-bars]");
  while (bars.childElementCount > lengths.length) {
    bars.lastElementChild.remove();
  }
  while (bars.childElementCount < lengths.length) {
    bars.append(document.createElement("i"));
  }
  bars.classList.toggle("dense", lengths.length > MANY);
  const scale = Math.max(LONG, longest);
  lengths.forEach((length, index) => {
    const height = `${Math.max(4, Math.round((100 * length) / scale))}%`;
    if (bars.children[index].style.height !== height) {
      bars.children[index].style.height = height;
    }
    bars.children[index].classList.toggle("long", length > LONG);
  });
}

let waiting = 0;
function show() {
  waiting = 0;
  if (editor()) {
    const body = editor().getBody();
    showAds(body);
    showLengths(body);
  }
}

/** At most once a frame, and never before the letter that was typed is painted. */
function soon() {
  waiting ||= requestAnimationFrame(() => setTimeout(show));
}

["galley:ready", "galley:change", "galley:slots"].forEach((name) => surface.addEventListener(name, soon));

form.addEventListener("click", (event) => {
  const target = event.target.closest("[data-go]")?.dataset.go;
  if (!target) {
    return;
  }
  const field = document.getElementById(target);
  if (field) {
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  } else {
    editor().focus(target);
  }
});

// A save replaces the rail.
new MutationObserver((records) => {
  if (records.some((record) => [...record.addedNodes].some((node) => node.id === "story:rail"))) {
    show();
  }
}).observe(document.getElementById("story:rail").parentElement, { childList: true });

show();
