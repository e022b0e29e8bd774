/** Mounts every writing surface of the page, also those that a partial update brings in, and lets go of those that it takes away. */
import { editorOf, mount } from "galley/storyEditor.js";

const SURFACE = "[data-galley-editor]";

/** @param {Node} node @returns {HTMLElement[]} */
function surfacesIn(node) {
  if (!(node instanceof Element)) {
    return [];
  }
  return [...(node.matches(SURFACE) ? [node] : []), ...node.querySelectorAll(SURFACE)];
}

new MutationObserver((records) => {
  const removed = records.flatMap((record) => [...record.removedNodes]).flatMap(surfacesIn);
  const added = records.flatMap((record) => [...record.addedNodes]).flatMap(surfacesIn);
  removed.filter((element) => !element.isConnected).forEach((element) => editorOf(element)?.destroy());
  added.filter((element) => element.isConnected).forEach((element) => mount(element));
}).observe(document.documentElement, { childList: true, subtree: true });

surfacesIn(document.documentElement).forEach((element) => mount(element));
