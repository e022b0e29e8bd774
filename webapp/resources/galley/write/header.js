/** The header fields: their short form in the summary, the headline's gauge, completion of names and tags, the text's direction. */
import { directionOf, editorOf } from "galley/storyEditor.js";
import { fill } from "galley/words.js";

const form = document.getElementById("story");
const words = JSON.parse(form.dataset.words);
const field = (name) => document.getElementById(`story:${name}`);

/** Characters of a headline that a phone's share card and a search result show whole. */
const PHONE = 55;
const SEARCH = 65;
/** Where the gauge ends. */
const FULL = 100;

const parts = (text) => text.split(",").map((part) => part.trim()).filter(Boolean);

/** @param {string} name */
function brief(name) {
  const input = field(name);
  if (input instanceof HTMLSelectElement) {
    return input.selectedOptions[0]?.textContent ?? "";
  }
  const value = input.value.trim();
  const listed = "suggest" in input.dataset ? parts(value) : [value];
  return name === "tags" && listed.length > 2 ? String(listed.length) : listed.join(", ");
}

function showBriefs() {
  document.querySelectorAll("[data-brief]").forEach((place) => {
    const { brief: name, label, none } = place.dataset;
    const value = brief(name);
    place.hidden = !value && !none;
    const strong = document.createElement("b");
    strong.dir = "auto";
    strong.textContent = value;
    place.replaceChildren(...(value ? [`${label} `, strong] : [none ?? ""]));
  });
}

function showGauge() {
  const length = [...field("headline").value.trim()].length;
  const gauge = document.getElementById("headline-gauge");
  const level = length === 0 ? "empty" : length <= PHONE ? "fits" : length <= SEARCH ? "search" : "long";
  gauge.hidden = false;
  gauge.className = `gauge gauge-${level}`;
  gauge.querySelector("meter").value = Math.min(FULL, length);
  gauge.querySelector("span").textContent = fill(words[`gauge.${level}`], length);
}

function showDirection() {
  const language = field("language").value;
  const direction = directionOf(language);
  const hint = document.querySelector("[data-direction]");
  hint.textContent = direction === "rtl" ? hint.dataset.rtl : hint.dataset.ltr;
  field("headline").lang = language;
  field("standfirst").lang = language;
  // Without letters of its own a field goes the way of the story, and so do the words that stand in for them.
  document.querySelectorAll(".write .head :is(input, textarea):is([dir='auto'], [dir='rtl'])").forEach((one) => {
    one.dir = direction === "rtl" && !one.value ? "rtl" : "auto";
  });
  const head = document.querySelector(".write .head");
  if (head.dataset.dir !== direction) {
    head.dataset.dir = direction;
    // Lines are of another height now.
    [field("headline"), field("standfirst")].forEach((one) => one.dispatchEvent(new Event("autosize:update")));
  }
  editorOf(document.getElementById("story:body"))?.setLanguage(language);
}

function showAll() {
  showBriefs();
  showGauge();
  showDirection();
}

form.addEventListener("input", (event) => {
  if (event.target.closest(".head")) {
    showAll();
  }
});
// Somebody else changed a field.
form.addEventListener("galley:field", showAll);
form.addEventListener("keydown", (event) => {
  // The headline and the standfirst are one paragraph each: Enter goes on to what comes next.
  if (event.key === "Enter" && event.target.matches("textarea.headline, textarea.standfirst") && !event.isComposing) {
    event.preventDefault();
    const next = event.target.matches(".headline") ? field("standfirst") : document.querySelector(".galley-surface");
    next?.focus();
  }
});
// The slug comes back from the server when the headline changes.
new MutationObserver((records) => {
  if (records.some((record) => [...record.addedNodes].some((node) => node.id === "story:slugField"))) {
    showBriefs();
  }
}).observe(form, { childList: true, subtree: true });
document.getElementById("story:body").addEventListener("galley:ready", showDirection);
showAll();
// A new story begins with its headline.
if (!field("headline").value && !field("headline").readOnly && document.activeElement === document.body) {
  field("headline").focus();
}

/** A list of suggestions under a field of names with commas between. @param {HTMLInputElement} input */
function suggest(input) {
  const known = JSON.parse(input.dataset.suggest);
  const list = document.createElement("ul");
  list.id = `${input.id}-list`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "");
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "sr";
  status.setAttribute("role", "status");
  input.parentElement.classList.add("suggesting");
  input.after(list, status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let active = -1;

  const borders = () => {
    const at = input.selectionStart;
    const start = input.value.lastIndexOf(",", at - 1) + 1;
    const comma = input.value.indexOf(",", at);
    return { start, end: comma < 0 ? input.value.length : comma };
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    status.textContent = "";
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  };
  const take = (text) => {
    const { start, end } = borders();
    const before = input.value.slice(0, start) + (start > 0 ? " " : "");
    const after = input.value.slice(end);
    input.value = before + text + (after || ", ");
    const cursor = before.length + text.length + (after ? 0 : 2);
    input.setSelectionRange(cursor, cursor);
    close();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    close();
  };
  const open = () => {
    const { start, end } = borders();
    const typed = input.value.slice(start, end).trim().toLocaleLowerCase();
    const there = new Set(parts(input.value).map((part) => part.toLocaleLowerCase()));
    const found = typed
      ? known.filter((name) => name.toLocaleLowerCase().includes(typed) && !there.has(name.toLocaleLowerCase())).slice(0, 8)
      : [];
    if (found.length === 0) {
      close();
      return;
    }
    list.replaceChildren(
      ...found.map((name, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dir = "auto";
        option.textContent = name;
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          take(name);
        });
        return option;
      }),
    );
    active = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    status.textContent = fill(words.suggestions, found.length);
  };

  input.addEventListener("input", open);
  input.addEventListener("blur", () => {
    close();
    input.value = parts(input.value).join(", ");
    showBriefs();
  });
  input.addEventListener("keydown", (event) => {
    const size = list.hidden ? 0 : list.childElementCount;
    if (event.key === "Enter") {
      event.preventDefault();
      if (size && active >= 0) {
        take(list.children[active].textContent);
      }
    } else if (size && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((active + step + size + (active < 0 && step < 0 ? 1 : 0)) % size);
    } else if (size && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
}

document.querySelectorAll("[data-suggest]:not([readonly])").forEach(suggest);
