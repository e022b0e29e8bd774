/** Offers text that an earlier page of the same person could not send any more. */
import { count, fill } from "galley/words.js";
import { marked } from "galley/write/collisions.js";
import { dropDraft } from "galley/write/drafts.js";
import { fieldsOf } from "galley/write/headerFields.js";
import { Refusal } from "galley/write/wire.js";

/**
 * @typedef {import("galley/write/drafts.js").Draft} Draft
 */

/** @param {import("galley/html.js").BodyBlock | undefined | null} block */
function textOf(block) {
  const html = block?.items ? block.items.join("\n") : (block?.html ?? block?.caption ?? block?.title ?? "");
  return new DOMParser().parseFromString(html.replaceAll("<br>", "\n"), "text/html").body.textContent;
}

/** @param {string} tag @param {string} name @param {string} text */
function make(tag, name, text) {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/**
 * @param {object} around
 * @param {HTMLElement} around.host
 * @param {Draft[]} around.drafts the newest first
 * @param {ReturnType<typeof import("galley/write/sync.js").sync>} around.sync
 * @param {Record<string, string>} around.words
 * @param {import("galley/write/zone.js").Zone} around.zone of the desk
 * @param {(text: string) => void} around.announce
 * @param {() => void} around.save makes the revision that was asked for when nobody answered
 */
export function offer({ host, drafts, sync, words, zone, announce, save }) {
  const [draft, ...more] = drafts;
  const done = async () => {
    await dropDraft(draft.article, draft.client);
    next();
  };
  const next = () => {
    host.replaceChildren();
    host.hidden = true;
    if (more.length) {
      offer({ host, drafts: more, sync, words, zone, announce, save });
    }
  };
  if (sync.has(draft)) {
    done();
    if (draft.save) {
      save();
    }
    return;
  }

  const known = new Map(sync.base().map((block) => [block.id, block]));
  const pairs = [
    ...Object.entries(fieldsOf(draft.patch)).map(([name, text]) => [words[`field.${name}`] ?? name, text, null]),
    ...(draft.patch.blocks ?? []).map((block) => [words["left.text"], textOf(block), textOf(known.get(block.id))]),
    ...(draft.patch.removed ?? []).filter((id) => known.has(id)).map((id) => [words["left.text"], null, textOf(known.get(id))]),
    ...(draft.patch.placed ?? []).filter(({ id }) => known.has(id)).map(({ id }) => [words["left.moved"], textOf(known.get(id)), null]),
    ...[...(draft.slots ?? []), ...(draft.patch.slots?.brought ?? [])].map(({ after }) => [words["left.slot"], textOf(known.get(after)), null]),
    ...draft.collisions.map((one) => [
      words["left.text"],
      typeof one.mine === "string" ? one.mine : textOf(one.mine),
      typeof one.theirs === "string" ? one.theirs : textOf(one.theirs),
    ]),
  ];
  const when = zone.full(draft.at);
  const title = make("h2", "", words["left.title"]);
  title.id = "left-title";
  const told = fill(words["left.when"], when, count(words, "left.places", pairs.length));
  const said = make("p", "", draft.save ? `${told} ${words["left.save"]}` : told);
  const compared = document.createElement("div");
  compared.hidden = true;
  compared.id = "left-compared";
  pairs.forEach(([label, mine, theirs]) => {
    const pair = make("div", "pair", "");
    const side = (name, text, other) => {
      const element = make("div", "side", "");
      const words = make("p", "", "");
      words.dir = "auto";
      words.append(...marked(text, other ?? text));
      element.append(make("h3", "", name), words);
      return element;
    };
    pair.append(side(`${label}, ${words["left.unsent"]}`, mine ?? words["collision.deleted"], theirs));
    if (theirs !== null) {
      pair.append(side(words["left.now"], theirs, mine));
    }
    compared.append(pair);
  });
  const buttons = make("div", "row", "");
  const button = (label, act) => {
    const made = make("button", "btn", label);
    made.type = "button";
    made.addEventListener("click", () => act(made));
    buttons.append(made);
    return made;
  };
  const compare = button(words["left.compare"], (made) => {
    compared.hidden = !compared.hidden;
    made.setAttribute("aria-expanded", String(!compared.hidden));
  });
  compare.setAttribute("aria-expanded", "false");
  compare.setAttribute("aria-controls", compared.id);
  button(words["left.take"], async (made) => {
    made.disabled = true;
    try {
      await sync.takeUp(draft);
      await done();
      announce(words["left.taken"]);
      if (draft.save) {
        save();
      }
      document.querySelector(".galley-surface")?.focus();
    } catch (problem) {
      if (!(problem instanceof Refusal)) {
        throw problem;
      }
      made.disabled = false;
      announce(words["live.offline"]);
    }
  });
  button(words["left.drop"], () => {
    done();
    document.querySelector(".galley-surface")?.focus();
  });
  host.setAttribute("aria-labelledby", title.id);
  host.replaceChildren(title, said, compared, buttons);
  host.hidden = false;
  announce(words["left.title"]);
}
