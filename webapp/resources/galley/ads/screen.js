/**
 * What all parts of the ads screen share: its elements, its words, and the arrangement that the server sent last. What may stand
 * where, and how dense the ads are then, is the server's answer; nothing of it is computed in the browser.
 *
 * @typedef {import("galley/ads/card.js").Slot} Slot
 * @typedef {Object<string, [number, number]>} Shares share of ads by breakpoint: with the slot in the text, and below it or nowhere
 * @typedef {{mayPlace: boolean, undo: boolean, redo: boolean, unsaved: number, stepped: string, base: number,
 *   kept: object, slots: Slot[], gaps: number[], refused: number[],
 *   off: boolean, fresh: Object<string, {targets: number[], shares: Shares}>, shares: Object<string, number>,
 *   proposed?: {marks: Object<string, string>, left: {gap: number, text: string}[]}, whys: {ok: boolean, text: string}[]}} Arrangement
 */

export const root = document.getElementById('adsRoot');
export const board = root.querySelector('.board');
export const words = JSON.parse(root.dataset.words);
const spoken = document.getElementById('adsSpoken');

/** @type {Arrangement} */
let arrangement;

/** The arrangement as the server sent it last. */
export const now = () => arrangement;

/** Reads the arrangement that came with the page or the last answer. */
export function read() {
  arrangement = JSON.parse(document.getElementById('ads:data').dataset.arrangement);
}

/** @param {string} text read out by a screen reader, even if it is the same as before */
export function announce(text) {
  spoken.textContent = '';
  requestAnimationFrame(() => { spoken.textContent = text; });
}

/**
 * Shows above the rail what went wrong in the browser.
 *
 * @param {string} text @param {string} [again] words of a button that tries once more @param {() => void} [retry]
 */
export function showProblem(text, again, retry) {
  const note = document.createElement('p');
  note.className = 'note err';
  note.dataset.here = '';
  document.querySelector('#ads\\:rail [data-here]')?.remove();
  note.textContent = text;
  if (again) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn small';
    button.textContent = again;
    button.addEventListener('click', retry);
    note.append(' ', button);
  }
  document.getElementById('ads:rail').prepend(note);
}

/** What the last answer of the server says was not possible; empty if all of it was. What others changed stands there for longer. */
export const problem = () => document.querySelector('#ads\\:rail .note.err:not(.clashes)')?.innerText ?? '';

/** Which slots somebody else changed in another way; empty if none. */
export const clashes = () => [...document.querySelectorAll('#ads\\:rail .clashes p:not(.sub, :has(button))')].map(line => line.innerText).join(' ');
