/** Words that were changed twice at once, by two people or in two windows of one, side by side, until somebody chose. */
import { fill } from "galley/words.js";

/**
 * @typedef {object} Collision
 * @property {string} key
 * @property {string} [block] id; none for a field of the header
 * @property {string} field
 * @property {import("galley/html.js").BodyBlock | string | null} mine null if deleted here
 * @property {import("galley/html.js").BodyBlock | string | null} theirs null if deleted there
 * @property {boolean} held whether the text here is mine, and not sent before somebody chose
 * @property {"mine" | "theirs"} here which of the two stands on the page, where it may be written on
 * @property {boolean} own whether the other text is this very person's, of another window
 *
 * @typedef {"mine" | "theirs" | "both" | "edit"} Choice
 */

/** @param {string} tag @param {string} name @param {string} [text] */
function make(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  if (text !== undefined) {
    element.textContent = text;
  }
  return element;
}

/** The words of one side. @param {Collision["mine"]} side */
function wordsOf(side) {
  if (side === null || side === undefined) {
    return "";
  }
  if (typeof side === "string") {
    return side;
  }
  const html = side.items ? side.items.join("\n") : (side.html ?? [side.src, side.alt, side.caption, side.credit, side.url, side.title].filter(Boolean).join("\n"));
  const parsed = new DOMParser().parseFromString(html.replaceAll("<br>", "\n"), "text/html");
  return parsed.body.textContent;
}

/** The text with the words marked that the other side does not have. @param {string} text @param {string} other */
export function marked(text, other) {
  const mine = text.split(/(\s+)/);
  const theirs = other.split(/(\s+)/);
  let head = 0;
  while (head < mine.length && head < theirs.length && mine[head] === theirs[head]) {
    head++;
  }
  let tail = 0;
  while (tail < mine.length - head && tail < theirs.length - head && mine.at(-1 - tail) === theirs.at(-1 - tail)) {
    tail++;
  }
  const middle = mine.slice(head, mine.length - tail).join("");
  return [mine.slice(0, head).join(""), ...(middle ? [make("mark", "", middle)] : []), mine.slice(mine.length - tail).join("")];
}

/** What comes and goes above the text must not move the line that somebody is just writing. @param {() => void} change */
function keepingPlace(change) {
  const surface = document.querySelector(".galley-surface");
  const before = surface.getBoundingClientRect().top;
  change();
  if (surface.contains(document.activeElement)) {
    window.scrollBy({ top: surface.getBoundingClientRect().top - before, behavior: "instant" });
  }
}

/**
 * @param {object} around
 * @param {HTMLElement} around.host
 * @param {Record<string, string>} around.words
 * @param {(key: string, choice: Choice) => void} around.choose
 * @param {(collision: Collision) => void} around.go leads to the place in the story
 * @param {(block: string) => number} around.number of a block in the story, from 1; 0 if it is not there
 */
export function collisionPanel({ host, words, choose, go, number }) {
  /** Those that are being edited by hand, with their other text to look at. @type {Map<string, Collision>} */
  const beside = new Map();
  /** @type {Collision[]} */
  let shown = [];

  const place = ({ block, field }) =>
    block === undefined ? (words[`field.${field}`] ?? field) : number(block) ? fill(words["collision.paragraph"], number(block)) : words["collision.gone"];

  /** @param {string} label @param {Collision["mine"]} side @param {Collision["mine"]} other */
  const column = (label, side, other) => {
    const element = make("div", "side");
    const text = make("p", "");
    text.dir = "auto";
    if (side === null || side === undefined) {
      text.append(make("i", "sub", words["collision.deleted"]));
    } else {
      text.append(...marked(wordsOf(side), wordsOf(other)));
    }
    element.append(make("h4", "", label), text);
    return element;
  };

  /** @param {Collision} one @param {boolean} edited */
  const card = (one, edited) => {
    const element = make("div", "collision");
    element.setAttribute("role", "group");
    const title = make("h3", "", place(one));
    title.id = `collision-${one.key.replace(/[^\w-]/g, "-")}`;
    element.setAttribute("aria-labelledby", title.id);
    const pair = make("div", "pair");
    const [here, there] = one.own ? [words["mine.own"], words["theirs.own"]] : [words.mine, words.theirs];
    pair.append(...(edited ? [] : [column(here, one.mine, one.theirs)]), column(there, one.theirs, one.mine));
    const buttons = make("div", "row");
    const button = (label, act) => {
      const made = make("button", "btn", label);
      made.type = "button";
      made.addEventListener("click", act);
      buttons.append(made);
    };
    const chosen = (choice) => () => {
      if (choice === "edit") {
        beside.set(one.key, one);
      }
      choose(one.key, choice);
      if (choice === "edit") {
        go(one);
      } else {
        (host.querySelector("button") ?? document.querySelector(".galley-surface"))?.focus();
      }
    };
    if (edited) {
      button(words["collision.done"], () => {
        beside.delete(one.key);
        draw();
        go(one);
      });
    } else {
      button(one.own ? words["takeMine.own"] : words.takeMine, chosen("mine"));
      button(one.own ? words["takeTheirs.own"] : words.takeTheirs, chosen("theirs"));
      const isText = (side) => (one.block === undefined ? ["headline", "standfirst", "dateline"].includes(one.field) : Boolean(side));
      if (isText(one.mine) && isText(one.theirs)) {
        button(words.takeBoth, chosen("both"));
      }
      if (one.held && one.mine !== null) {
        button(words["collision.edit"], chosen("edit"));
      }
    }
    element.append(title, pair, buttons);
    return element;
  };

  function draw() {
    const key = JSON.stringify([shown, [...beside.keys()]]);
    if (host.dataset.shown === key) {
      return;
    }
    host.dataset.shown = key;
    const cards = [...shown.map((one) => card(one, false)), ...[...beside.values()].filter((one) => !shown.some(({ key: other }) => other === one.key)).map((one) => card(one, true))];
    if (cards.length === 0) {
      keepingPlace(() => {
        host.hidden = true;
        host.replaceChildren();
      });
      return;
    }
    const collided = shown.every((one) => one.own) ? words["collisionTitle.own"] : words.collisionTitle;
    const title = make("h2", "", shown.length ? collided : words["collision.beside"]);
    title.id = "collisions-title";
    keepingPlace(() => {
      host.hidden = false;
      host.replaceChildren(title, ...cards);
    });
  }

  return {
    /** @param {Collision[]} now */
    show(now) {
      shown = now;
      draw();
    },
    focus() {
      host.querySelector("button")?.focus({ preventScroll: true });
      host.scrollIntoView({ block: host.offsetHeight < innerHeight / 2 ? "center" : "start" });
    },
  };
}
