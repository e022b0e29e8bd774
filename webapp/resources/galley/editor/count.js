/** How long a text is, by the rule of the server's `TextCount`. */

const WORDS_PER_MINUTE = 200;
const SPACE = /\s/u;
/** Scripts that are written without spaces: each character counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const LETTER = /\p{L}/u;
/** Marks and East Asian punctuation belong to the character before them. */
const ATTACHED = /[\p{Mn}\p{Mc}\u3000-\u303f\uff00-\uff0f\uff1a\uff1b\uff1f]/u;

/**
 * @typedef {object} Count
 * @property {number} words
 * @property {number} characters code points, line breaks not counted
 */

/**
 * @param {string} text
 * @returns {Count}
 */
export function countText(text) {
  let words = 0;
  let characters = 0;
  let inWord = false;
  for (const point of text) {
    if (point !== "\n") {
      characters++;
    }
    if (SPACE.test(point)) {
      inWord = false;
    } else if (point > "\u02ff" && LETTER.test(point) && UNSPACED.test(point)) {
      words++;
      inWord = false;
    } else if (!inWord && !(point > "\u02ff" && ATTACHED.test(point))) {
      words++;
      inWord = true;
    }
  }
  return { words, characters };
}

/** Minutes that a reader needs, rounded up, at least 1. @param {number} words */
export function readingMinutes(words) {
  return Math.max(1, Math.ceil(words / WORDS_PER_MINUTE));
}
