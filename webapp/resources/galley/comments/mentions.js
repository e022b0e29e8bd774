/** Offers people to name while an @ is typed. The list is beside the field; the focus stays in it. */
import { make } from "galley/comments/elements.js";
import { count } from "galley/words.js";

/** @typedef {{ username: string, name: string }} Person */

const MOST = 6;
const BEGUN = /(^|[^\p{L}\p{N}._@-])@([\p{L}\p{N}._-]*)$/u;
let boxes = 0;

/**
 * @param {HTMLTextAreaElement} field
 * @param {Person[]} people
 * @param {Record<string, string>} words
 * @returns {HTMLElement} to stand behind the field
 */
export function mentionBox(field, people, words) {
  const box = make("div", "mention-box");
  const list = make("ul", "mentions");
  const said = make("span", "sr");
  said.setAttribute("role", "status");
  list.id = `mentions-${++boxes}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", words["mention.list"]);
  list.hidden = true;
  box.append(list, said);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  /** @type {Person[]} */
  let found = [];
  let at = 0;

  const begun = () => BEGUN.exec(field.value.slice(0, field.selectionStart));

  const close = () => {
    list.hidden = true;
    found = [];
    said.textContent = "";
    field.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    at = (index + found.length) % found.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    field.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const take = (index) => {
    const [, , typed] = begun() ?? [];
    if (typed === undefined) {
      return;
    }
    const from = field.selectionStart - typed.length;
    field.setRangeText(`${found[index].username} `, from, field.selectionStart, "end");
    close();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const show = () => {
    const typed = begun()?.[2].toLowerCase();
    const fits = ({ username, name }) =>
      username.startsWith(typed) || name.toLowerCase().split(/\s+/).some((part) => part.startsWith(typed));
    found = typed === undefined ? [] : people.filter(fits).slice(0, MOST);
    if (found.length === 0) {
      close();
      return;
    }
    list.replaceChildren(
      ...found.map(({ username, name }, index) => {
        const item = make("li", "", make("b", "", name), " ", make("span", "sub", `@${username}`));
        item.id = `${list.id}-${index}`;
        item.setAttribute("role", "option");
        // Pressed, not clicked: the field keeps the focus.
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(index);
        });
        return item;
      }),
    );
    list.hidden = false;
    said.textContent = count(words, "mention.found", found.length);
    choose(0);
  };

  field.addEventListener("input", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      choose(at + step);
    } else if ((event.key === "Enter" && !event.ctrlKey && !event.metaKey) || event.key === "Tab") {
      take(at);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  return box;
}
