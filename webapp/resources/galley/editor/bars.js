/** How ad slots look: a slim bar between two blocks for each that has a place, one quiet line for those that wait for one. */
import { Decoration, DecorationSet } from "prosemirror-view";
import { count, fill } from "galley/words.js";

/**
 * @typedef {import("galley/slots.js").Slot} Slot
 * @typedef {import("galley/slots.js").Look} Look
 */

/** The words on a slot's bar. @param {Slot} slot @param {Slot[]} all @param {Record<string, string>} messages */
function words(slot, all, messages) {
  const crowded = slot.pos !== null && all.some((other) => other !== slot && other.pos === slot.pos);
  const standing =
    slot.state === "placed" ? messages[slot.pinned ? "slot.pinned" : "slot.automatic"] : messages[`slot.${slot.state}`];
  return {
    name: fill(messages["slot.named"], slot.ad.label),
    detail: slot.ad.detail ?? "",
    standing: crowded ? `${standing}, ${messages["slot.crowded"]}` : standing,
    warn: crowded || slot.state !== "placed",
  };
}

/** @param {Slot} slot @param {ReturnType<typeof words>} said @param {Look} look */
function bar(slot, said, { messages, movable }) {
  const element = document.createElement("div");
  element.className = `galley-slot${said.warn ? " galley-slot-warn" : ""}`;
  element.contentEditable = "false";
  element.dir = "auto";
  element.dataset.slot = slot.ad.id;
  element.dataset.state = slot.state;
  element.setAttribute("aria-label", [said.name, said.detail, said.standing].filter(Boolean).join(", "));
  const part = (name, text) => {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    element.append(span);
    return span;
  };
  if (movable) {
    element.tabIndex = 0;
    element.classList.add("galley-slot-movable");
    element.setAttribute("role", "group");
    element.setAttribute("aria-roledescription", messages["slot.movable"]);
    element.setAttribute("aria-keyshortcuts", "ArrowUp ArrowDown");
    element.title = messages["slot.keys"];
    part("galley-slot-grip", "⠿").setAttribute("aria-hidden", "true");
  } else {
    element.setAttribute("role", "note");
  }
  part("galley-slot-name", said.name);
  part("galley-slot-detail", said.detail);
  part("galley-slot-standing", said.standing);
  return element;
}

/** @param {Slot[]} slots @param {import("prosemirror-model").Node} doc @param {Look} look */
export function bars(slots, doc, look) {
  return DecorationSet.create(
    doc,
    slots
      .filter((slot) => slot.pos !== null)
      .map((slot) => {
        const said = words(slot, slots, look.messages);
        const key = JSON.stringify([slot.ad.id, slot.state, said]);
        return Decoration.widget(slot.pos, () => bar(slot, said, look), {
          key,
          side: -1,
          ignoreSelection: true,
          stopEvent: () => look.movable,
        });
      }),
  );
}

/**
 * The line above the text for slots that have no place in it.
 *
 * @param {Record<string, string>} messages
 */
export function unplacedSlots(messages) {
  const element = document.createElement("p");
  element.className = "galley-waiting";
  return {
    element,
    /** @param {Slot[]} slots */
    update(slots) {
      const waiting = slots.filter((slot) => slot.pos === null);
      const text = waiting.length ? count(messages, "slot.waiting", waiting.length) : "";
      if (element.textContent !== text) {
        element.textContent = text;
      }
      element.classList.toggle("galley-waiting-lost", waiting.some((slot) => slot.state === "orphaned"));
      element.hidden = !text;
    },
  };
}
