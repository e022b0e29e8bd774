/** The box for find and replace, under the toolbar. */
import { findKey, goTo, patternOf, replace, showCurrent } from "galley/find.js";
import { count, fill } from "galley/words.js";

/** What a field is called, by its attribute. */
const LABELS = {
  attribution: "find.at.attribution",
  alt: "find.at.alt",
  caption: "find.at.caption",
  credit: "find.at.credit",
  title: "find.at.title",
};

/** @param {Record<string, string>} messages @param {() => import("prosemirror-view").EditorView} viewOf */
export function findBox(messages, viewOf) {
  const element = document.createElement("div");
  element.className = "galley-find";
  element.setAttribute("role", "search");
  element.setAttribute("aria-label", messages["find.title"]);
  element.hidden = true;

  const row = (name) => {
    const part = document.createElement("div");
    part.className = `galley-find-row ${name}`;
    element.append(part);
    return part;
  };
  const input = (parent, label) => {
    const field = document.createElement("input");
    field.type = "text";
    field.dir = "auto";
    field.autocomplete = "off";
    field.spellcheck = false;
    field.placeholder = label;
    field.setAttribute("aria-label", label);
    parent.append(field);
    return field;
  };
  const button = (parent, key, sign, action) => {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = sign;
    one.title = messages[key];
    one.setAttribute("aria-label", messages[key]);
    one.addEventListener("click", action);
    parent.append(one);
    return one;
  };

  const top = row("galley-find-what");
  const what = input(top, messages["find.what"]);
  const status = document.createElement("span");
  status.className = "galley-find-count";
  status.setAttribute("role", "status");
  top.append(status);
  const exact = button(top, "find.exact", "Aa", () => {
    exact.setAttribute("aria-pressed", String(exact.getAttribute("aria-pressed") !== "true"));
    search();
  });
  exact.setAttribute("aria-pressed", "false");
  button(top, "find.previous", "↑", () => go(-1));
  button(top, "find.next", "↓", () => go(1));
  button(top, "find.close", "×", () => close());

  const below = row("galley-find-with");
  const withText = input(below, messages["find.with"]);
  button(below, "find.replace", messages["find.replace"], () => one());
  button(below, "find.all", messages["find.all"], () => all());

  const tell = () => {
    const { matches, current } = findKey.getState(viewOf().state);
    const place = LABELS[matches[current]?.field];
    const found = matches.length ? fill(messages["find.count"], current + 1, matches.length) : messages["find.none"];
    const text = !what.value ? "" : place ? fill(messages["find.in"], found, messages[place]) : found;
    if (status.textContent !== text) {
      status.textContent = text;
    }
  };
  const search = () => {
    const view = viewOf();
    const pattern = patternOf(what.value, exact.getAttribute("aria-pressed") === "true");
    view.dispatch(view.state.tr.setMeta(findKey, { pattern, near: view.state.selection.from }));
    showCurrent(view);
    tell();
  };
  const go = (step) => {
    goTo(viewOf(), step);
    tell();
  };
  const one = () => {
    if (replace(viewOf(), withText.value, false)) {
      showCurrent(viewOf());
    }
    tell();
  };
  const all = () => {
    const replaced = replace(viewOf(), withText.value, true);
    status.textContent = count(messages, "find.replaced", replaced);
  };
  const close = () => {
    element.hidden = true;
    const view = viewOf();
    view.dispatch(view.state.tr.setMeta(findKey, { pattern: null }));
    view.focus();
  };

  what.addEventListener("input", search);
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && event.target === what) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === "Enter" && event.target === withText) {
      event.preventDefault();
      (event.ctrlKey || event.metaKey ? all : one)();
    }
  });

  return {
    element,
    /** @param {boolean} replacing whether the second row is wanted */
    open(replacing) {
      const view = viewOf();
      const { from, to, empty, $from, $to } = view.state.selection;
      if (!empty && $from.sameParent($to)) {
        what.value = view.state.doc.textBetween(from, to, null, " ");
      }
      element.hidden = false;
      below.hidden = !view.editable;
      search();
      const field = replacing && view.editable && what.value ? withText : what;
      field.focus();
      field.select();
    },
    update: () => !element.hidden && !element.contains(document.activeElement) && tell(),
  };
}
