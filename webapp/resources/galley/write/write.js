/** The Write screen around the surface: what state the words are in, counts in the foot, Ctrl+S, a warning before words are left. */
import { editorOf } from "galley/storyEditor.js";
import { count } from "galley/words.js";

const form = document.getElementById("story");
const surface = document.getElementById("story:body");
const ads = document.getElementById("story:ads");
const words = JSON.parse(form.dataset.words);
const editor = () => editorOf(surface);
const state = () => document.querySelector("[data-save-state]");

/** Milliseconds without a key before the story is looked through. */
const PAUSE = 1500;

let unsaved = false;
let looking = 0;

/** @param {string} name @param {number} number */
function show(name, number) {
  const place = document.querySelector(`[data-count="${name}"]`);
  const text = count(words, `count.${name}`, number);
  // Only what differs is written, as every change of the form is observed below.
  if (place && place.textContent !== text) {
    place.textContent = text;
  }
}

function showCounts() {
  const counts = editor()?.getCounts();
  if (counts) {
    show("words", counts.words);
    show("characters", counts.characters);
    show("minutes", counts.minutes);
  }
}

function changed() {
  unsaved = true;
  clearTimeout(looking);
  looking = setTimeout(() => window.galleyLook?.(), PAUSE);
  const shown = state();
  if (shown && !shown.classList.contains("warn")) {
    shown.textContent = words.notSaved;
    shown.className = "state warn";
  }
}

surface.addEventListener("galley:ready", showCounts);
surface.addEventListener("galley:change", () => {
  changed();
  showCounts();
});
surface.addEventListener("galley:slots", () => {
  const moved = editor().movedAds();
  ads.value = moved ? JSON.stringify(editor().getAds()) : "";
  if (moved) {
    changed();
  }
});
form.addEventListener("input", (event) => {
  if (event.target.closest(".head")) {
    changed();
  }
});

let again = false;

/** Saves; while a save is under way, once more after it, as the words may have changed since it began. */
function save() {
  const button = document.getElementById("story:save");
  again = Boolean(button?.disabled);
  if (!again) {
    button?.click();
  }
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    // The field that has the focus is told first, as it may complete something.
    document.activeElement?.dispatchEvent(new Event("change", { bubbles: true }));
    save();
  }
});

window.addEventListener("beforeunload", (event) => {
  if (unsaved) {
    event.preventDefault();
  }
});

new MutationObserver(() => again && save()).observe(document.querySelector(".bar2"), {
  attributeFilter: ["disabled"],
  subtree: true,
});

// After a save PrimeFaces replaces state and foot; a refused save leaves its messages, and the words unsaved.
let seen = state();
new MutationObserver(() => {
  const shown = state();
  if (shown && shown !== seen) {
    seen = shown;
    unsaved = shown.classList.contains("warn");
    if (!unsaved) {
      // The server has followed the text with the slots; what it has now counts.
      editor()?.setAds(JSON.parse(shown.dataset.ads));
      ads.value = "";
    }
  }
  showCounts();
}).observe(form, { childList: true, subtree: true });

showCounts();
