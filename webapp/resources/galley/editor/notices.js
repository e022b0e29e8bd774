/** The note under the toolbar that says what a paste had to leave out. */
import { count } from "galley/words.js";

/**
 * @typedef {import("galley/clean.js").Cleaned["dropped"]} Dropped
 *
 * @param {Record<string, string>} messages
 * @param {(dropped: Dropped & { ads: number }) => void} told hears it too
 */
export function notices(messages, told) {
  const element = document.createElement("div");
  element.className = "galley-notice";
  element.setAttribute("role", "status");
  /** @type {Record<string, number> | null} */
  let pending = null;
  let placed = 0;

  const show = () => {
    const dropped = pending;
    pending = null;
    const parts = ["images", "tables", "lists", "rules", "media", "links", "ads"]
      .filter((kind) => dropped[kind] > 0)
      .map((kind) => count(messages, `dropped.${kind}`, dropped[kind]));
    const sentences = [
      ...(parts.length ? [`${messages.dropped} ${parts.join(", ")}.`] : []),
      ...(placed ? [count(messages, "dropped.placed", placed)] : []),
    ];
    placed = 0;
    if (sentences.length) {
      told(dropped);
    }
    const text = document.createElement("span");
    text.textContent = sentences.join(" ");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", messages["notice.close"]);
    close.addEventListener("click", () => element.replaceChildren());
    element.replaceChildren(...(sentences.length ? [text, close] : []));
  };
  /** One note for all that one paste did. @param {Record<string, number>} more */
  const add = (more) => {
    if (!pending) {
      pending = { images: 0, tables: 0, lists: 0, rules: 0, media: 0, links: 0, ads: 0 };
      queueMicrotask(show);
    }
    Object.entries(more).forEach(([kind, number]) => (pending[kind] += number));
  };
  return {
    element,
    /** @param {Dropped} dropped */
    dropped: (dropped) => add(dropped),
    /** @param {number} lines @param {boolean} became whether they became slots */
    adLines(lines, became) {
      placed += became ? lines : 0;
      add({ ads: became ? 0 : lines });
    },
  };
}
