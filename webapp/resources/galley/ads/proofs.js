/** The proofs: the text copied for each width, its gaps with the cards that stand in them, and which widths are shown. */
import { say, slotCard } from "galley/ads/card.js";
import { drawMeters } from "galley/ads/meters.js";
import { board, now, read, root, words } from "galley/ads/screen.js";

const narrow = matchMedia('(max-width: 900px)');

/** @type {Map<string, Map<number, HTMLElement>>} gaps by device and number */
export const gaps = new Map();

export const gapCount = () => gaps.get('phone').size;
export const openDevices = () => [...board.querySelectorAll('[data-device]')].filter(device => !device.hidden);
export const explained = () => board.classList.contains('explained');

/** The sheet that the others are copies of; the server gives another one when the text is another. @type {HTMLElement|null} */
let copied = null;

function copyProofs() {
  const first = board.querySelector('[data-device="phone"] .sheet');
  if (first === copied) return;
  copied = first;
  for (const link of first.querySelectorAll('a')) link.tabIndex = -1;
  for (const device of board.querySelectorAll('[data-device]')) {
    if (!device.contains(first)) {
      const copy = first.cloneNode(true);
      copy.removeAttribute('id');
      device.querySelector('.sheet')?.remove();
      device.append(copy);
    }
    const found = new Map();
    for (const gap of device.querySelectorAll('.gap')) found.set(Number(gap.dataset.gap), gap);
    gaps.set(device.dataset.device, found);
  }
}

/** Draws the last answer of the server. */
export function draw() {
  copyProofs();
  read();
  const arrangement = now();
  for (const [device, found] of gaps) {
    for (const [number, gap] of found) drawGap(gap, number, device);
  }
  drawMeters();
  board.classList.toggle('without-ads', arrangement.off);
  board.classList.toggle('proposes', Boolean(arrangement.proposed));
  for (const choice of document.querySelectorAll('#ads\\:rail select[data-value]')) choice.value = choice.dataset.value;
  const able = {undo: arrangement.undo, redo: arrangement.redo, save: arrangement.unsaved > 0};
  for (const [op, can] of Object.entries(able)) {
    const button = document.querySelector(`.actions [data-op="${op}"]`);
    // Not "disabled": the focus must not be lost when the last step is undone.
    button?.removeAttribute('disabled');
    button?.setAttribute('aria-disabled', String(!can));
  }
}

/** @param {HTMLElement} gap @param {number} number @param {string} device */
function drawGap(gap, number, device) {
  const {slots, whys, gaps: verdicts, proposed, mayPlace, off} = now();
  const cards = slots.filter(slot => slot.gap === number).map(slot => slotCard(slot, device, mayPlace, words, proposed?.marks[slot.id]));
  const left = (proposed?.left ?? []).filter(one => one.gap === number).map(one => leavingLine(one.text));
  gap.replaceChildren(...cards, ...left);
  // The top and the place below the text are zones of their own; only the gaps between blocks are weighed.
  const why = whys[verdicts[number - 1]];
  gap.dataset.why = why && !gap.firstChild ? (why.ok ? '' : words.noSlot + ' ') + why.text : '';
  gap.classList.toggle('refused', Boolean(why && !why.ok));
  if (explained() && mayPlace && !off && why && !gap.firstChild) gap.append(decision(number));
}

/** @param {string} text which slot would leave this gap */
function leavingLine(text) {
  const line = document.createElement('p');
  line.className = 'leaving';
  line.textContent = text;
  return line;
}

/** A button that refuses a gap to automatic slots, or takes the refusal back. @param {number} number of the gap */
function decision(number) {
  const button = document.createElement('button');
  const refused = now().refused.includes(number);
  button.type = 'button';
  button.className = 'btn small quiet';
  button.dataset.op = refused ? 'allow' : 'refuse';
  button.dataset.gap = String(number);
  button.textContent = refused ? words.allow : words.refuse;
  button.setAttribute('aria-label', say(refused ? words.allowGap : words.refuseGap, number));
  return button;
}

/** Brings the first thing that a proposal would change into view, in each proof. */
export function showProposal() {
  for (const device of openDevices()) device.querySelector('.proposed, .leaving')?.scrollIntoView({block: 'center', inline: 'nearest'});
}

function showWidths(chosen) {
  for (const button of root.querySelectorAll('[data-width]')) {
    const on = chosen.has(button.dataset.width);
    button.setAttribute('aria-pressed', String(on));
    board.querySelector(`[data-device="${button.dataset.width}"]`).hidden = !on;
  }
}

const fitting = () => new Set(narrow.matches ? ['phone'] : ['phone', 'desktop']);

root.querySelector('.widths').addEventListener('click', event => {
  const width = event.target.closest('[data-width]')?.dataset.width;
  if (!width) return;
  const chosen = new Set(openDevices().map(device => device.dataset.device));
  if (narrow.matches) chosen.clear();
  if (chosen.has(width) && chosen.size > 1) chosen.delete(width); else chosen.add(width);
  showWidths(chosen);
});

narrow.addEventListener('change', () => showWidths(fitting()));

root.querySelector('[data-explain]').addEventListener('click', event => {
  const on = board.classList.toggle('explained');
  draw();
  event.currentTarget.setAttribute('aria-pressed', String(on));
});

/** Sets up the proofs and draws what came with the page. */
export function open() {
  draw();
  showWidths(fitting());
}
