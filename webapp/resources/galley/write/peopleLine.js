/** Who else has the story open, in a line at the top and beside the blocks. */
import { fill } from "galley/words.js";
import { announce } from "galley/write/state.js";

const COLOURS = ["", "b", "c"];

/** The same person has the same colour on every screen. @param {string} username */
const colourOf = (username) => [...username].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % COLOURS.length;

/**
 * @param {object} around
 * @param {HTMLElement} around.list
 * @param {string} around.client names this page
 * @param {string} around.username
 * @param {Record<string, string>} around.words
 * @param {() => import("galley/storyEditor.js").StoryEditor} around.editor
 */
export function peopleLine({ list, client, username, words, editor }) {
  /** @type {Set<string> | null} */
  let known = null;
  let drawn = "";

  /** @param {import("galley/write/people.js").Person[]} people */
  return (people) => {
    const others = people.filter((person) => person.client !== client);
    const key = JSON.stringify(others);
    if (key === drawn) {
      return;
    }
    drawn = key;
    const order = new Map(editor().getBody().map((block, index) => [block.id, index + 1]));
    list.replaceChildren(
      ...others.map((person) => {
        const item = document.createElement("li");
        const sign = document.createElement("span");
        sign.className = `me ${COLOURS[colourOf(person.username)]}`.trim();
        sign.setAttribute("aria-hidden", "true");
        sign.textContent = person.initials;
        const name = person.username === username ? words["people.you"] : person.name;
        const place = person.block && order.has(person.block) ? fill(words["people.in"], name, order.get(person.block)) : name;
        item.title = place;
        const text = document.createElement("span");
        text.className = "sr";
        text.textContent = place;
        item.append(sign, text);
        return item;
      }),
    );
    list.hidden = others.length === 0;
    editor().showOthers(
      others
        .filter((person) => person.block)
        .map(({ block, initials, username: of }) => ({ block, initials, colour: colourOf(of) })),
    );
    const here = new Set(others.map((person) => person.username));
    const came = others.find((person) => known && person.username !== username && !known.has(person.username));
    if (came) {
      announce(fill(words["people.came"], came.name));
    }
    known = here;
  };
}
