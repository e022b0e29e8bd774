/** Comments beside the writing surface: a mark at each paragraph that has some, and news by the page's own line to the desk. */
import { commentPanel } from "galley/comments/panel.js";
import { editorOf } from "galley/storyEditor.js";

const surface = document.getElementById("story:body");
const host = document.querySelector("[data-comments]");
const editor = () => editorOf(surface);

/** @param {import("galley/html.js").BodyBlock} block */
function wordsOf({ html, items, caption, alt, title, url }) {
  const marked = (html ?? (items ?? []).join(" ")).replaceAll("<br>", " ");
  const text = new DOMParser().parseFromString(marked, "text/html").body.textContent;
  return text || caption || alt || title || url || "";
}

function begin() {
  let shown = "";
  const panel = commentPanel(host, {
    blocks: () => editor().getBody().map((block) => ({ id: block.id, words: wordsOf(block) })),
    current() {
      const node = document.getSelection()?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      const within = element?.closest(".galley-surface");
      const block = within && surface.contains(within) ? element.closest(".galley-surface > [data-id]") : null;
      return block?.dataset.id ?? null;
    },
    go: (block) => editor().focus(block),
    marked(marks) {
      const key = JSON.stringify([...marks]);
      if (key !== shown) {
        shown = key;
        editor().showComments(marks);
      }
    },
  });

  document.addEventListener("galley:comments", () => panel.refresh());
  surface.addEventListener("galley:comments-open", (event) => panel.show(event.detail));
  surface.addEventListener("galley:comment", (event) => panel.compose(event.detail));
  // Only where blocks come, go or move do threads stand elsewhere.
  let order = "";
  let waiting = 0;
  surface.addEventListener("galley:change", () => {
    waiting ||= setTimeout(() => {
      waiting = 0;
      const now = editor().getBody().map((block) => block.id).join(" ");
      if (now !== order) {
        order = now;
        panel.moved();
      }
    }, 200);
  });
}

if (editor()) {
  begin();
} else {
  surface.addEventListener("galley:ready", begin, { once: true });
}
