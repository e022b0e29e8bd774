/**
 * Ad slots between the blocks. They are no part of the document: a plugin keeps for each slot the gap in which it stands, so
 * that no edit of the text can delete one, and shows it there as a bar. Only a {@link SlotStep} puts one elsewhere.
 *
 * A slot stands after a block. It travels with a block that moves, stands after the last part of one that is split and after
 * the survivor of a join. When its block is deleted it goes after the nearest block before, displaced, or, when there is
 * none, loses its place, orphaned; when the block comes back, so does the slot.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { bars } from "galley/bars.js";
import { idsKey } from "galley/ids.js";
import { SlotStep } from "galley/slotStep.js";

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
 * @property {boolean} pinned
 * @property {boolean} byHand whether somebody put it there in this surface, so that the server does not know of it yet
 *
 * @typedef {import("prosemirror-model").Node} Node
 * @typedef {import("galley/slotStep.js").Standing} Standing
 * @typedef {object} State
 * @property {Slot[]} slots
 * @property {string | null} order ids of the blocks
 * @property {Map<string, Map<string, Standing>>} log layouts by order of the blocks
 * @property {Map<string, Ad>} given the slots as the server gave them, by id
 * @property {import("prosemirror-view").DecorationSet} bars
 *
 * @typedef {{ messages: Record<string, string>, movable: boolean }} Look
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
  const { pinned } = ad;
  const byHand = false;
  if (state === "orphaned" || state === "surplus") {
    return { ad, pos: null, anchor: null, state, home, pinned, byHand };
  }
  if (ad.after === null || ad.after === undefined) {
    return { ad, pos: 0, anchor: null, state, home, pinned, byHand };
  }
  const pos = blocks.get(ad.after);
  if (pos === undefined) {
    return { ad, pos: null, anchor: null, state: "orphaned", home: home ?? ad.after, pinned, byHand };
  }
  return { ad, pos, anchor: ad.after, state, home, pinned, byHand };
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

/** @param {Slot} slot @returns {Standing} */
export function standing({ anchor, home, state, pos, pinned, byHand }) {
  return { anchor, home, state, hasPlace: pos !== null, pinned, byHand };
}

/** @param {Slot[]} slots @returns {Map<string, Standing>} */
const standings = (slots) => new Map(slots.map((slot) => [slot.ad.id, standing(slot)]));

/**
 * A slot put as it stood or is to stand; as it is if that block is not there.
 *
 * @param {Slot} slot
 * @param {Standing | undefined} wanted
 * @param {Map<string, number>} blocks
 * @returns {Slot}
 */
function put(slot, wanted, blocks) {
  if (!wanted) {
    return slot;
  }
  const { hasPlace, ...rest } = wanted;
  const pos = hasPlace ? (rest.anchor === null ? 0 : blocks.get(rest.anchor)) : null;
  return pos === undefined ? slot : { ...slot, ...rest, pos };
}

/** Puts slots back as they stood. @param {Slot[]} slots @param {Map<string, Standing>} then @param {Map<string, number>} blocks */
const recall = (slots, then, blocks) => slots.map((slot) => put(slot, then.get(slot.ad.id), blocks));

/** @param {Slot} slot @param {Ad | undefined} given */
const isAsGiven = (slot, given) =>
  given !== undefined &&
  slot.anchor === (given.after ?? null) &&
  slot.state === (given.state ?? "placed") &&
  slot.pinned === given.pinned;

/** @param {Slot[]} slots @param {SlotStep} step @param {Map<string, number>} blocks @param {State["given"]} given @returns {Slot[]} */
function perform(slots, step, blocks, given) {
  const { ad, to } = step;
  if (to === null) {
    return slots.filter((slot) => slot.ad.id !== ad.id);
  }
  const known = slots.some((slot) => slot.ad.id === ad.id);
  const fresh = { ad, pos: null, anchor: null, state: "surplus", home: null, pinned: false, byHand: true };
  // Two slots in one gap stand in the order in which they came there.
  const rest = known ? slots.filter((slot) => slot.ad.id !== ad.id) : slots;
  const slot = known ? slots.find((one) => one.ad.id === ad.id) : fresh;
  const moved = put(slot, to, blocks);
  return [...rest, { ...moved, byHand: !isAsGiven(moved, given.get(ad.id)) }];
}

/**
 * The state after slots were set anew or moved.
 *
 * @param {Slot[]} slots
 * @param {Node} doc
 * @param {Pick<State, "log" | "given">} kept
 * @param {Look} look
 * @param {boolean} [byHand] whether somebody moved a slot
 * @returns {State}
 */
function remember(slots, doc, { log, given }, look, byHand = false) {
  const order = orderOf(doc);
  const [first, second] = log.keys();
  if (byHand && order === first) {
    log.set(order, standings(slots));
  } else if (order !== first) {
    // The first entry, the layout that the server gave, is not replaced by what an edit of the text made of it.
    log.delete(order);
    log.set(order, standings(slots));
  }
  if (log.size > REMEMBERED) {
    log.delete(second);
  }
  return { slots, order, log, given, bars: bars(slots, doc, look) };
}

/** @param {Node} doc */
const orderOf = (doc) => doc.children.map((node) => node.attrs.id).join(" ");

/** @param {Ad[]} ads @param {Node} doc @param {Look} look @returns {State} */
function start(ads, doc, look) {
  const blocks = ends(doc).found;
  const slots = ads.map((ad) => place(ad, blocks));
  return remember(slots, doc, { log: new Map(), given: new Map(ads.map((ad) => [ad.id, ad])) }, look);
}

/**
 * @param {State} state
 * @param {import("prosemirror-state").Transaction} tr
 * @param {Look} look
 * @returns {State}
 */
function apply(state, tr, look) {
  const set = tr.getMeta(slotsKey);
  if (set) {
    return start(set, tr.doc, look);
  }
  const steps = tr.steps.filter((step) => step instanceof SlotStep);
  if (!tr.docChanged || (state.slots.length === 0 && steps.length === 0)) {
    return state;
  }
  const { found, sound } = ends(tr.doc);
  const order = [...found.keys()].join(" ");
  if (sound && order === state.order) {
    let slots = recall(state.slots, standings(state.slots), found);
    if (steps.length) {
      steps.forEach((step) => (slots = perform(slots, step, found, state.given)));
      return remember(slots, tr.doc, state, look, true);
    }
    return { ...state, slots, bars: bars(slots, tr.doc, look) };
  }
  let slots = state.slots.map((slot) => follow(slot, tr, found));
  steps.forEach((step) => (slots = perform(slots, step, found, state.given)));
  if (!sound) {
    // In the middle of a change: a split's second part has no id of its own yet.
    return { ...state, slots, order: null, bars: bars(slots, tr.doc, look) };
  }
  slots = anchored(slots, tr.doc);
  // Undo, and coming back by hand to the blocks that the server knows, bring back the layout of then.
  const undone = tr.getMeta("history$");
  const then = undone || order === state.log.keys().next().value ? state.log.get(order) : undefined;
  if (then) {
    slots = slots.map((slot) => (slot.byHand && !undone ? slot : put(slot, then.get(slot.ad.id), found)));
  }
  return remember(slots, tr.doc, state, look);
}

/**
 * The plugin that keeps ad slots in their places.
 *
 * @param {Ad[]} ads
 * @param {Look} look
 */
export function adSlots(ads, look) {
  return new Plugin({
    key: slotsKey,
    state: {
      init: (_config, { doc }) => start(ads, doc, look),
      apply: (tr, state) => apply(state, tr, look),
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
    .slots.map(({ ad, anchor, state, home, pinned }) => ({ ...ad, after: anchor, state, home, pinned }));
}

/**
 * What somebody did to slots here since the server gave them: those moved, those that came with pasted lines, and the ids of those
 * that were taken back.
 *
 * @param {import("prosemirror-state").EditorState} state
 * @returns {{ moved: Ad[], brought: Ad[], takenBack: string[] }}
 */
export function changedAds(state) {
  const { slots, given } = slotsKey.getState(state);
  const byHand = new Set(slots.filter((slot) => slot.byHand).map((slot) => slot.ad.id));
  const changed = currentAds(state).filter((ad) => byHand.has(ad.id));
  return {
    moved: changed.filter((ad) => given.has(ad.id)),
    brought: changed.filter((ad) => !given.has(ad.id)),
    takenBack: [...given.keys()].filter((id) => !slots.some((slot) => slot.ad.id === id)),
  };
}

/** Whether somebody moved, added or removed a slot here since the server gave them. @param {import("prosemirror-state").EditorState} state */
export function movedByHand(state) {
  const { slots, given } = slotsKey.getState(state);
  return slots.some((slot) => slot.byHand) || [...given.keys()].some((id) => !slots.some((slot) => slot.ad.id === id));
}
