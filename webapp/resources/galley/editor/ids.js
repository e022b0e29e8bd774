/**
 * Block ids for life. After every change each block is given the id that it should have: an edited or moved block keeps
 * its id; of a split block the part with the start of the old text does; of joined blocks the first one's id survives;
 * a copy gets a new id; undo gives the old ids back.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { schema } from "galley/schema.js";

/** @typedef {import("prosemirror-model").Node} Node */

const VALID = /^[A-Za-z0-9_-]{1,32}$/;
/** Without look-alikes (0 O 1 l I), as people read ids to each other. */
const ALPHABET = "abcdefghijkmnopqrstuvwxyz23456789";
const LENGTH = 8;
/** Bytes from here on would make the first letters of the alphabet likelier. */
const FAIR = 256 - (256 % ALPHABET.length);

/** Set on a transaction whose blocks come with the ids that they are to have (a body from the server). */
export const TRUST_IDS = "galley:trust-ids";

/** Its meta on a transaction is the list of ids that went from an emptied block to the block that now has the text. */
export const idsKey = new PluginKey("galley-ids");

/** @param {Set<string>} taken @returns {string} an id that is not taken; it is taken from now on */
export function newId(taken) {
  for (;;) {
    let id = "";
    while (id.length < LENGTH) {
      for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH))) {
        if (byte < FAIR && id.length < LENGTH) {
          id += ALPHABET[byte % ALPHABET.length];
        }
      }
    }
    if (!taken.has(id)) {
      taken.add(id);
      return id;
    }
  }
}

/** @param {Node} node */
const isEmpty = (node) => !node.isLeaf && node.textContent === "" && node.content.size === (node.isTextblock ? 0 : 2);

/**
 * The index of the block in which the start of a block's old text now stands, or -1 if that text is gone.
 *
 * @param {Node} block the block as it was
 * @param {number} pos where it was
 * @param {import("prosemirror-transform").Mappable} mapping
 * @param {Node} doc the document as it is
 */
function whereTextStartWent(block, pos, mapping, doc) {
  if (block.isLeaf) {
    return -1;
  }
  const start = pos + (block.isTextblock ? 1 : 2);
  if (mapping.mapResult(start, 1).deletedAcross) {
    return -1;
  }
  // Text put in at the very start pushes the old text on; but where the old text's first character was deleted, or there
  // was none, there is nothing to follow, and the block stays where it began.
  const pushed = mapping.map(start, 1);
  const follow = !isEmpty(block) && pushed < mapping.map(start + 1, -1);
  const $now = doc.resolve(follow ? pushed : mapping.map(start, -1));
  return $now.depth > 0 ? $now.index(0) : -1;
}

/**
 * The ids that blocks inherit from the document before a change.
 *
 * @param {Node} before
 * @param {Node} after
 * @param {import("prosemirror-transform").Mappable} mapping
 * @returns {Map<number, string>} by index in the document after
 */
function inherited(before, after, mapping) {
  /** @type {Map<number, string>} */
  const claims = new Map();
  const least = Math.min(before.childCount, after.childCount);
  let head = 0;
  while (head < least && before.child(head) === after.child(head)) {
    claims.set(head, after.child(head).attrs.id);
    head++;
  }
  let tail = 0;
  while (tail < least - head && before.child(before.childCount - 1 - tail) === after.child(after.childCount - 1 - tail)) {
    tail++;
    const index = after.childCount - tail;
    claims.set(index, after.child(index).attrs.id);
  }
  before.forEach((block, pos, index) => {
    if (index < head || index >= before.childCount - tail) {
      return;
    }
    const now = whereTextStartWent(block, pos, mapping, after);
    if (now >= 0 && !claims.has(now)) {
      claims.set(now, block.attrs.id);
    }
  });
  return claims;
}

/**
 * Lets an id follow a paragraph's text when that was cut out, leaving an empty block, and pasted elsewhere.
 *
 * @param {Node} doc
 * @param {Map<number, string>} claims
 * @returns {string[]} the ids that were handed on
 */
function handOn(doc, claims) {
  const handed = [];
  for (const [index, id] of [...claims]) {
    if (index < doc.childCount && isEmpty(doc.child(index))) {
      const heir = doc.children.findIndex((node, i) => node.attrs.id === id && !claims.has(i) && !isEmpty(node));
      if (heir >= 0) {
        claims.delete(index);
        claims.set(heir, id);
        handed.push(id);
      }
    }
  }
  return handed;
}

/**
 * The ids that all blocks of a document are to have.
 *
 * @param {Node} doc
 * @param {Map<number, string>} claims
 */
function settle(doc, claims) {
  const taken = new Set([...claims.values()].filter((id) => id !== null));
  const seen = new Set();
  const ids = doc.children.map((node, index) => {
    const claimed = claims.get(index);
    const own = node.attrs.id;
    const id = claimed ?? (taken.has(own) ? null : own);
    if (id === null || id === undefined || !VALID.test(id) || seen.has(id)) {
      return null;
    }
    seen.add(id);
    return id;
  });
  seen.forEach((id) => taken.add(id));
  return ids.map((id) => id ?? newId(taken));
}

/** @param {import("prosemirror-state").Transaction} tr @param {string[]} ids */
function write(tr, ids) {
  tr.doc.forEach((node, pos, index) => {
    if (node.attrs.id !== ids[index]) {
      tr.setNodeAttribute(pos, "id", ids[index]);
    }
  });
  return tr.docChanged ? tr : null;
}

/** The same document with every missing, malformed or repeated id issued anew. @param {Node} doc @returns {Node} */
export function withIds(doc) {
  const ids = settle(doc, new Map());
  const blocks = doc.children.map((node, i) =>
    node.attrs.id === ids[i] ? node : node.type.create({ ...node.attrs, id: ids[i] }, node.content, node.marks),
  );
  return schema.nodes.doc.create(null, blocks);
}

/** The plugin that keeps ids for life. */
export function blockIds() {
  return new Plugin({
    key: idsKey,
    appendTransaction(transactions, oldState, newState) {
      if (!transactions.some((tr) => tr.docChanged) || oldState.doc === newState.doc) {
        return null;
      }
      if (transactions.some((tr) => tr.getMeta("history$") || tr.getMeta(TRUST_IDS))) {
        return write(newState.tr, settle(newState.doc, new Map()));
      }
      const mapping = new Mapping();
      transactions.forEach((tr) => mapping.appendMapping(tr.mapping));
      const claims = inherited(oldState.doc, newState.doc, mapping);
      const handed = handOn(newState.doc, claims);
      const tr = write(newState.tr, settle(newState.doc, claims));
      return tr && handed.length ? tr.setMeta(idsKey, handed) : tr;
    },
  });
}
