/**
 * What turns one body into another, in the form of the API's autosave: `blocks` that are new or hold something else, ids
 * `removed`, and `placed` for each block that is new or stands elsewhere. Nothing of what both have.
 */
import { bodyToDoc, docToBody } from "galley/html.js";

/**
 * @typedef {import("galley/html.js").BodyBlock} BodyBlock
 * @typedef {object} Patch
 * @property {BodyBlock[]} [blocks]
 * @property {string[]} [removed]
 * @property {Array<{ id: string, after: string | null }>} [placed]
 */

/** @type {WeakMap<BodyBlock, string>} */
const printed = new WeakMap();

/** @param {BodyBlock} block */
function print(block) {
  let known = printed.get(block);
  if (known === undefined) {
    known = JSON.stringify(block);
    printed.set(block, known);
  }
  return known;
}

/** @param {BodyBlock | undefined | null} a @param {BodyBlock | undefined | null} b */
export const isSame = (a, b) => a === b || (Boolean(a) && Boolean(b) && print(a) === print(b));

/** A block as the surface itself gives it, so that equal blocks are equal. @param {BodyBlock} block @returns {BodyBlock} */
export const asGiven = (block) => docToBody(bodyToDoc([block]))[0];

/** @param {BodyBlock[]} body @returns {Map<string, BodyBlock>} */
export const byId = (body) => new Map(body.map((block) => [block.id, block]));

/** Indexes of a longest run of ascending numbers. @param {number[]} numbers @returns {Set<number>} */
function ascending(numbers) {
  /** @type {number[]} */
  const tops = [];
  const before = [];
  numbers.forEach((number, i) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[tops[middle]] < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[i] = low > 0 ? tops[low - 1] : -1;
    tops[low] = i;
  });
  const found = new Set();
  for (let i = tops.length ? tops[tops.length - 1] : -1; i >= 0; i = before[i]) {
    found.add(i);
  }
  return found;
}

/** @param {BodyBlock[]} from @param {BodyBlock[]} to @returns {Patch} members without anything to say are left out */
export function between(from, to) {
  const places = new Map(from.map((block, index) => [block.id, index]));
  const blocks = to.filter((block) => !isSame(block, from[places.get(block.id)]));
  const there = new Set(to.map((block) => block.id));
  const removed = from.map((block) => block.id).filter((id) => !there.has(id));
  const kept = to.filter((block) => places.has(block.id));
  const stays = ascending(kept.map((block) => places.get(block.id)));
  const unmoved = new Set(kept.filter((_block, index) => stays.has(index)).map((block) => block.id));
  const placed = to
    .map(({ id }, index) => ({ id, after: index > 0 ? to[index - 1].id : null }))
    .filter(({ id }) => !unmoved.has(id));
  return {
    ...(blocks.length && { blocks }),
    ...(removed.length && { removed }),
    ...(placed.length && { placed }),
  };
}

/**
 * The body after a patch. A neighbour that is not here is passed over, so that a patch of another body does what it can.
 *
 * @param {BodyBlock[]} body
 * @param {Patch} patch
 * @returns {BodyBlock[]}
 */
export function patched(body, { blocks = [], removed = [], placed = [] }) {
  const known = byId(body);
  removed.forEach((id) => known.delete(id));
  const order = body.map((block) => block.id).filter((id) => known.has(id));
  blocks.forEach((block) => known.set(block.id, block));
  for (const { id, after } of placed) {
    const at = order.indexOf(id);
    if (at >= 0) {
      order.splice(at, 1);
    }
    const neighbour = after === null ? -1 : order.indexOf(after);
    if (known.has(id)) {
      order.splice(after !== null && neighbour < 0 ? order.length : neighbour + 1, 0, id);
    }
  }
  return order.map((id) => known.get(id));
}

/** @param {Patch} patch @param {(id: string) => boolean} keeps @returns {Patch} the patch without what is said of other blocks */
export const only = ({ blocks, removed, placed }, keeps) => ({
  blocks: blocks?.filter((block) => keeps(block.id)),
  removed: removed?.filter(keeps),
  placed: placed?.filter(({ id }) => keeps(id)),
});
