/** The Write screen around the surface: counts in the foot, Ctrl+S, and a warning before unsaved words are left. */

const form = document.getElementById("story");
const editor = document.getElementById("story:body");
const headline = document.getElementById("story:headline");
const save = () => document.getElementById("story:save");

/** @type {{words: number, minutes: number} | null} */
let counts = null;
let unsaved = false;

/** @param {string} name @param {string} text */
function show(name, text) {
  const place = document.querySelector(`[data-count="${name}"]`);
  if (place) {
    place.textContent = text;
  }
}

function showCounts() {
  if (counts) {
    show("words", `${counts.words} ${counts.words === 1 ? "word" : "words"}`);
    show("minutes", `${counts.minutes} min read`);
  }
  show("headline", `Headline ${[...headline.value].length} characters`);
}

function changed() {
  unsaved = true;
  const state = document.querySelector("[data-save-state]");
  if (state) {
    state.textContent = "Not saved yet";
    state.className = "state warn";
  }
}

editor.addEventListener("galley:ready", (event) => {
  counts = event.detail;
  showCounts();
});
editor.addEventListener("galley:change", (event) => {
  counts = event.detail;
  changed();
  showCounts();
});
form.addEventListener("input", (event) => {
  if (event.target.closest(".head")) {
    changed();
    showCounts();
  }
});

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
    event.preventDefault();
    save()?.click();
  }
});

window.addEventListener("beforeunload", (event) => {
  if (unsaved) {
    event.preventDefault();
  }
});

// After a save PrimeFaces replaces state and foot; a refused save leaves its messages and the text unsaved.
new MutationObserver(() => {
  const state = document.querySelector("[data-save-state]");
  if (state && !state.classList.contains("warn") && state.textContent.trim() !== "") {
    state.classList.add("ok");
    unsaved = false;
  }
  const words = document.querySelector('[data-count="words"]');
  if (words && words.textContent === "") {
    showCounts();
  }
}).observe(form, { childList: true, subtree: true });

showCounts();
