/** Comments beside a comparison, on Review and History: a mark at each block, and news every few seconds. */
import { bubble, markButton } from "galley/commentMark.js";
import { make } from "galley/comments/elements.js";
import { commentPanel } from "galley/comments/panel.js";
import { count } from "galley/words.js";

/** Milliseconds between two looks for news; an answer that has none costs next to nothing. */
const ASK = 4000;
const host = /** @type {HTMLElement} */ (document.querySelector("[data-comments]"));
/** @type {HTMLElement[]} */
const rows = [...document.querySelectorAll("[data-comparison] [data-block]")];
const rowOf = new Map(rows.map((row) => [row.dataset.block, row]));
/** @type {Map<string, HTMLElement>} */
const places = new Map();

/** @param {string} block */
function go(block) {
  const row = rowOf.get(block);
  if (row) {
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }
}

const panel = commentPanel(host, {
  // What the newer side has not can be read, but nobody can comment on it any more.
  blocks: () => rows.filter((row) => row.dataset.deleted !== "true").map((row) => ({ id: row.dataset.block, words: row.dataset.plain })),
  current: () => /** @type {HTMLElement | null} */ (document.activeElement?.closest("[data-block]:not([data-deleted='true'])"))?.dataset.block ?? null,
  go,
  marked(marks) {
    for (const [block, place] of places) {
      const mark = marks.get(block);
      const key = mark ? `${mark.count} ${mark.must}` : "";
      if (place.dataset.shown === key) {
        continue;
      }
      place.dataset.shown = key;
      const had = place.contains(document.activeElement);
      place.replaceChildren(...(mark ? [marked(block, mark)] : unmarked(block)));
      if (had) {
        place.querySelector("button")?.focus();
      }
    }
  },
});

function marked(block, mark) {
  const said = count(panel.words, "mark", mark.count) + (mark.must ? `, ${panel.words["mark.must"]}` : "");
  const element = markButton(mark, said);
  element.addEventListener("click", () => panel.show(block));
  return element;
}

function unmarked(block) {
  if (!panel.mayComment || rowOf.get(block).dataset.deleted === "true") {
    return [];
  }
  const element = make("button", "comment-mark add", bubble());
  element.type = "button";
  element.title = panel.words["new.keys"];
  element.setAttribute("aria-label", `${panel.words.new}: ${rowOf.get(block).dataset.plain}`);
  element.addEventListener("click", () => panel.compose(block));
  return [element];
}

for (const row of rows) {
  const place = make("div", "comment-place");
  place.append(...unmarked(row.dataset.block));
  place.dataset.shown = "";
  places.set(row.dataset.block, place);
  row.append(place);
}

document.addEventListener("click", (event) => {
  const block = event.target.closest("[data-go-block]")?.dataset.goBlock;
  if (block) {
    go(block);
  }
});

document.addEventListener("galley:comments", () => panel.refresh());
setInterval(() => !document.hidden && panel.refresh(), ASK);
document.addEventListener("visibilitychange", () => !document.hidden && panel.refresh());
window.addEventListener("online", () => panel.refresh());
