/** Puts comments together into threads, in the order of what they are about. */

/**
 * @typedef {import("galley/comments/calls.js").Comment} Comment
 *
 * @typedef {object} Thread
 * @property {Comment} first
 * @property {Comment[]} replies
 * @property {string | null} block where it stands on this page; null for the whole story, and if its words are gone
 * @property {boolean} gone
 * @property {number} number of its paragraph on the page, from 1; 0 for none
 */

/**
 * @param {Comment[]} comments
 * @param {string[]} order ids of the blocks as the page has them
 * @returns {Thread[]} the whole story first, then down the page, then what lost its words
 */
export function threadsOf(comments, order) {
  const place = new Map(order.map((id, index) => [id, index + 1]));
  /** @type {Map<number, Thread>} */
  const threads = new Map();
  for (const comment of comments) {
    if (comment.id === comment.thread) {
      const number = (comment.block !== null && place.get(comment.block)) || 0;
      threads.set(comment.id, {
        first: comment,
        replies: [],
        block: number ? comment.block : null,
        gone: comment.block !== null && !number,
        number,
      });
    } else {
      threads.get(comment.thread)?.replies.push(comment);
    }
  }
  const rank = ({ gone, number }) => (gone ? Infinity : number);
  return [...threads.values()].sort((a, b) => (rank(a) === rank(b) ? a.first.id - b.first.id : rank(a) - rank(b)));
}

/**
 * How many open threads each block has, and whether one of them must be resolved.
 *
 * @param {Thread[]} threads
 * @returns {Map<string, { count: number, must: boolean }>}
 */
export function marksOf(threads) {
  const marks = new Map();
  for (const { first, block } of threads) {
    if (block !== null && !first.resolved) {
      const mark = marks.get(block) ?? { count: 0, must: false };
      marks.set(block, { count: mark.count + 1, must: mark.must || first.must });
    }
  }
  return marks;
}
