/**
 * Ad slots between the blocks. They are no part of the document: a plugin keeps for each slot the gap in which it stands, so
 * that no edit of the text can delete one, and shows it there as a bar.
 *
 * A slot stands after a block. It travels with a block that moves, stands after the last part of one that is split and after
 * the survivor of a join. When its block is deleted it goes after the nearest block before, displaced, or, when there is
 * none, loses its place, orphaned; when the block comes back, so does the slot.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { idsKey } from "galley/ids.js";

/**
 * @typedef {object} Ad an ad slot as the server gives it
 * @property {string} id
 * @property {string} definition
 * @property {string} label what the bar says
 * @property {string | null} after id of the block that it stands after; null for the top or for none
 * @property {boolean} pinned
 * @property {"placed" | "displaced" | "orphaned" | "surplus"} [state]
 * @property {string} [detail] more about it, such as sizes
 * @property {string | null} [home] where a displaced or orphaned slot first stood
 *
 * @typedef {object} Slot an ad slot in its place
 * @property {Ad} ad
 * @property {number | null} pos the gap: the end of its block, 0 for the top, null without a place
 * @property {string | null} anchor id of the block that it stands after
 * @property {NonNullable<Ad["state"]>} state
 * @property {string | null} home
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {{ anchor: string | null, home: string | null, state: Slot["state"], hasPlace: boolean }} Standing
 * @typedef {{ slots: Slot[], order: string | null, log: Map<string, Map<string, Standing>>, bars: DecorationSet }} State
 */

export const slotsKey = new PluginKey("galley-slots");

/** Orders of blocks whose layouts are remembered. */
const REMEMBERED = 500;

/** Where each block ends, by id; null when ids are missing or repeated. @param {Node} doc */
function ends(doc) {
  /** @type {Map<string, number>} */
  const found = new Map();
  let sound = true;
  doc.forEach((node, pos) => {
    const { id } = node.attrs;
    sound &&= id !== null && !found.has(id);
    found.set(id, pos + node.nodeSize);
  });
  return { found, sound };
}

/** The end of the block at or before a position; 0 when there is none. @param {Node} doc @param {number} pos */
function gapAt(doc, pos) {
  const $pos = doc.resolve(pos);
  return $pos.depth > 0 ? $pos.after(1) : pos;
}

/**
 * The end of the block in which the end of a block's old text now stands. Enter at the very end of a text splits nothing off
 * it, so the slot stays where it is, as the server will see it too.
 *
 * @param {Node} block the block as it was
 * @param {number} end where it ended
 * @param {import("prosemirror-state").Transaction} tr
 */
function lastPart(block, end, tr) {
  const inside = block.isLeaf ? 0 : block.isTextblock ? 1 : 2;
  return gapAt(tr.doc, tr.mapping.map(end - inside, -1));
}

/** @param {Node} block @param {number} pos @param {import("prosemirror-transform").Mappable} mapping */
function survives(block, pos, mapping) {
  return block.isLeaf ? !mapping.mapResult(pos, 1).deletedAfter : !mapping.mapResult(pos + 1, 1).deletedAcross;
}

/**
 * @param {Ad} ad
 * @param {Map<string, number>} blocks
 * @returns {Slot}
 */
function place(ad, blocks) {
  const state = ad.state ?? "placed";
  const home = ad.home ?? null;
  if (state === "orphaned" || state === "surplus") {
    return { ad, pos: null, anchor: null, state, home };
  }
  if (ad.after === null || ad.after === undefined) {
    return { ad, pos: 0, anchor: null, state, home };
  }
  const pos = blocks.get(ad.after);
  if (pos === undefined) {
    return { ad, pos: null, anchor: null, state: "orphaned", home: home ?? ad.after };
  }
  return { ad, pos, anchor: ad.after, state, home };
}

/**
 * Where a slot stands after a change.
 *
 * @param {Slot} slot
 * @param {import("prosemirror-state").Transaction} tr
 * @param {Map<string, number>} blocks
 * @returns {Slot}
 */
function follow(slot, tr, blocks) {
  const { mapping } = tr;
  const back = slot.home !== null && slot.state !== "surplus" ? blocks.get(slot.home) : undefined;
  if (back !== undefined) {
    return { ...slot, pos: back, anchor: slot.home, state: "placed", home: null };
  }
  if (slot.pos === null || (slot.pos === 0 && slot.anchor === null)) {
    return slot;
  }
  const handed = tr.getMeta(idsKey);
  if (Array.isArray(handed) && handed.includes(slot.anchor) && blocks.has(slot.anchor)) {
    return { ...slot, pos: blocks.get(slot.anchor) };
  }
  const block = tr.before.resolve(slot.pos).nodeBefore;
  const start = slot.pos - block.nodeSize;
  if (survives(block, start, mapping)) {
    return { ...slot, pos: lastPart(block, slot.pos, tr) };
  }
  const carried = blocks.get(block.attrs.id);
  if (carried !== undefined) {
    return { ...slot, pos: carried };
  }
  const home = slot.home ?? slot.anchor;
  const pos = gapAt(tr.doc, mapping.map(start, -1));
  return pos > 0
    ? { ...slot, pos, state: "displaced", home }
    : { ...slot, pos: null, anchor: null, state: "orphaned", home };
}

/** Gives each slot the id of the block that it now stands after. @param {Slot[]} slots @param {Node} doc */
function anchored(slots, doc) {
  return slots.map((slot) => {
    const block = slot.pos === null ? null : doc.resolve(slot.pos).nodeBefore;
    const anchor = block ? block.attrs.id : null;
    return anchor === slot.anchor ? slot : { ...slot, anchor };
  });
}

/** @param {Slot[]} slots @returns {Map<string, Standing>} */
function standings(slots) {
  return new Map(
    slots.map(({ ad, anchor, home, state, pos }) => [ad.id, { anchor, home, state, hasPlace: pos !== null }]),
  );
}

/** Puts slots back as they stood. @param {Slot[]} slots @param {Map<string, Standing>} then @param {Map<string, number>} blocks */
function recall(slots, then, blocks) {
  return slots.map((slot) => {
    const known = then.get(slot.ad.id);
    if (!known) {
      return slot;
    }
    const pos = known.hasPlace ? (known.anchor === null ? 0 : blocks.get(known.anchor)) : null;
    return pos === undefined
      ? slot
      : { ...slot, pos, anchor: known.anchor, home: known.home, state: known.state };
  });
}

/** The words on a slot's bar. @param {Slot} slot @param {Slot[]} all @param {Record<string, string>} messages */
function words(slot, all, messages) {
  const crowded = slot.pos !== null && all.some((other) => other !== slot && other.pos === slot.pos);
  const standing =
    slot.state === "placed" ? messages[slot.ad.pinned ? "slot.pinned" : "slot.automatic"] : messages[`slot.${slot.state}`];
  return {
    name: `${messages["slot.name"]} · ${slot.ad.label}`,
    detail: slot.ad.detail ?? "",
    standing: crowded ? `${standing}, ${messages["slot.crowded"]}` : standing,
    warn: crowded || slot.state !== "placed",
  };
}

/** @param {Slot} slot @param {ReturnType<typeof words>} said */
function bar(slot, said) {
  const element = document.createElement("div");
  element.className = `galley-slot${said.warn ? " galley-slot-warn" : ""}`;
  element.contentEditable = "false";
  element.dataset.slot = slot.ad.id;
  element.dataset.state = slot.state;
  element.setAttribute("role", "note");
  element.setAttribute("aria-label", [said.name, said.detail, said.standing].filter(Boolean).join(", "));
  const part = (name, text) => {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    element.append(span);
  };
  part("galley-slot-name", said.name);
  part("galley-slot-detail", said.detail);
  part("galley-slot-standing", said.standing);
  return element;
}

/** @param {Slot[]} slots @param {Node} doc @param {Record<string, string>} messages */
function bars(slots, doc, messages) {
  return DecorationSet.create(
    doc,
    slots
      .filter((slot) => slot.pos !== null)
      .map((slot) => {
        const said = words(slot, slots, messages);
        const key = JSON.stringify([slot.ad.id, slot.state, said]);
        return Decoration.widget(slot.pos, () => bar(slot, said), { key, side: -1, ignoreSelection: true });
      }),
  );
}

/**
 * The state after slots were set anew or moved.
 *
 * @param {Slot[]} slots
 * @param {Node} doc
 * @param {State["log"]} log
 * @param {Record<string, string>} messages
 * @returns {State}
 */
function remember(slots, doc, log, messages) {
  const order = doc.children.map((node) => node.attrs.id).join(" ");
  // The first entry, the layout that the server gave, is never replaced.
  const [given, second] = log.keys();
  if (order !== given) {
    log.delete(order);
    log.set(order, standings(slots));
  }
  if (log.size > REMEMBERED) {
    log.delete(second);
  }
  return { slots, order, log, bars: bars(slots, doc, messages) };
}

/**
 * @param {State} state
 * @param {import("prosemirror-state").Transaction} tr
 * @param {Record<string, string>} messages
 * @returns {State}
 */
function apply(state, tr, messages) {
  const set = tr.getMeta(slotsKey);
  if (set) {
    const blocks = ends(tr.doc).found;
    return remember(
      set.map((ad) => place(ad, blocks)),
      tr.doc,
      new Map(),
      messages,
    );
  }
  if (!tr.docChanged || state.slots.length === 0) {
    return state;
  }
  const { found, sound } = ends(tr.doc);
  const order = [...found.keys()].join(" ");
  if (sound && order === state.order) {
    const slots = recall(state.slots, standings(state.slots), found);
    return { ...state, slots, bars: bars(slots, tr.doc, messages) };
  }
  let slots = state.slots.map((slot) => follow(slot, tr, found));
  if (!sound) {
    // In the middle of a change: a split's second part has no id of its own yet.
    return { ...state, slots, order: null, bars: bars(slots, tr.doc, messages) };
  }
  slots = anchored(slots, tr.doc);
  // Undo, and coming back by hand to the blocks that the server knows, bring back the layout of then.
  const known = tr.getMeta("history$") || order === state.log.keys().next().value;
  const then = known ? state.log.get(order) : undefined;
  if (then) {
    slots = recall(slots, then, found);
  }
  return remember(slots, tr.doc, state.log, messages);
}

/**
 * The plugin that keeps ad slots in their places.
 *
 * @param {Ad[]} ads
 * @param {Record<string, string>} messages
 */
export function adSlots(ads, messages) {
  return new Plugin({
    key: slotsKey,
    state: {
      init: (_config, { doc }) => {
        const blocks = ends(doc).found;
        return remember(
          ads.map((ad) => place(ad, blocks)),
          doc,
          new Map(),
          messages,
        );
      },
      apply: (tr, state) => apply(state, tr, messages),
    },
    props: {
      decorations: (state) => slotsKey.getState(state).bars,
    },
  });
}

/** Every slot as it stands now. @param {import("prosemirror-state").EditorState} state @returns {Ad[]} */
export function currentAds(state) {
  return slotsKey
    .getState(state)
    .slots.map(({ ad, anchor, state: standing, home }) => ({ ...ad, after: anchor, state: standing, home }));
}

/** One line for all slots that wait for room. @param {Slot[]} slots @param {Record<string, string>} messages */
function waiting(slots, messages) {
  const element = document.createElement("p");
  element.className = "galley-waiting";
  element.dataset.slot = slots.map((slot) => slot.ad.id).join(" ");
  element.textContent = (messages["slot.waiting"] ?? "{0}").replace("{0}", String(slots.length));
  return element;
}

/**
 * The list, above the text, of slots that have no place in it.
 *
 * @param {Record<string, string>} messages
 */
export function unplacedSlots(messages) {
  const element = document.createElement("section");
  element.className = "galley-unplaced";
  element.setAttribute("aria-label", messages["slot.unplaced"]);
  let shown = "";
  return {
    element,
    /** @param {import("prosemirror-state").EditorState} state */
    update(state) {
      const { slots } = slotsKey.getState(state);
      const orphaned = slots.filter((slot) => slot.state === "orphaned");
      const surplus = slots.filter((slot) => slot.state === "surplus");
      const key = JSON.stringify([orphaned, surplus].map((some) => some.map((slot) => slot.ad)));
      if (key !== shown) {
        shown = key;
        element.replaceChildren(...orphaned.map((slot) => bar(slot, words(slot, slots, messages))));
        if (surplus.length) {
          // Nothing that a writer has to see to, so they share one line.
          element.append(waiting(surplus, messages));
        }
      }
      element.hidden = orphaned.length + surplus.length === 0;
    },
  };
}
