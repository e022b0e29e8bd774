/**
 * The ads screen in the browser: draws the arrangement that the server sent, lets the hand carry slots from gap to gap,
 * and asks the server for every step. What may stand where is the server's answer; nothing of it is computed here.
 *
 * @typedef {import("galley/ads/card.js").Slot} Slot
 * @typedef {{mayPlace: boolean, undo: boolean, redo: boolean, unsaved: number, slots: Slot[], gaps: number[], refused: number[], off: boolean,
 *   fresh: Object<string, number[]>, densities: Object<string, number>, whys: {ok: boolean, text: string}[]}} Arrangement
 * @typedef {{slot: Slot|null, definition: string, name: string, targets: number[], at: number, back: () => void}} Load
 */

import { startDrag } from "galley/ads/drag.js";
import { say, slotCard } from "galley/ads/card.js";

const root = document.getElementById('adsRoot');
const board = root.querySelector('.board');
const spoken = document.getElementById('adsSpoken');
const bar = root.querySelector('.carry');
const words = JSON.parse(root.dataset.words);
const narrow = matchMedia('(max-width: 900px)');

/** @type {Arrangement} */
let arrangement;
/** @type {Load|null} what is being carried */
let load = null;
/** What to do when the server answered. */
let afterwards = null;
let busy = false;
/** @type {Map<string, Map<number, HTMLElement>>} gaps by device and number */
const gaps = new Map();

/** @param {string} text read out by a screen reader, even if it is the same as before */
function announce(text) {
  spoken.textContent = '';
  requestAnimationFrame(() => { spoken.textContent = text; });
}

// The proofs.

function copyProofs() {
  const first = board.querySelector('[data-device="phone"] .sheet');
  for (const link of first.querySelectorAll('a')) link.tabIndex = -1;
  for (const device of board.querySelectorAll('[data-device]')) {
    if (!device.querySelector('.sheet')) device.append(first.cloneNode(true));
    const found = new Map();
    for (const gap of device.querySelectorAll('.gap')) found.set(Number(gap.dataset.gap), gap);
    gaps.set(device.dataset.device, found);
  }
}

const gapCount = () => gaps.get('phone').size;
const openDevices = () => [...board.querySelectorAll('[data-device]')].filter(device => !device.hidden);

function draw() {
  arrangement = JSON.parse(document.getElementById('ads:data').dataset.arrangement);
  for (const [device, found] of gaps) {
    for (const [number, gap] of found) {
      gap.replaceChildren(...arrangement.slots.filter(slot => slot.gap === number).map(slot => slotCard(slot, device, arrangement.mayPlace, words)));
      // The top and the place below the text are zones of their own; only the gaps between blocks are weighed.
      const why = arrangement.whys[arrangement.gaps[number - 1]];
      gap.dataset.why = why && !gap.firstChild ? (why.ok ? '' : words.noSlot + ' ') + why.text : '';
      gap.classList.toggle('refused', Boolean(why && !why.ok));
      if (explained() && arrangement.mayPlace && !arrangement.off && why && !gap.firstChild) gap.append(decision(number));
    }
  }
  for (const device of board.querySelectorAll('[data-device]')) {
    const share = device.querySelector('[data-share]');
    const percent = arrangement.densities[device.dataset.device];
    share.textContent = percent === undefined ? '' : say(share.dataset.share, percent);
  }
  board.classList.toggle('without-ads', arrangement.off);
  for (const bit of document.querySelectorAll('#ads\\:rail [data-share-of]')) {
    const limit = Number(bit.nextElementSibling.dataset.at);
    const scale = Math.max(limit * 4 / 3, 0.01);
    bit.style.width = Math.min(100, 100 * bit.dataset.shareOf / scale) + '%';
    bit.nextElementSibling.style.left = 100 * limit / scale + '%';
  }
  for (const choice of document.querySelectorAll('#ads\\:rail select[data-value]')) choice.value = choice.dataset.value;
  const able = {undo: arrangement.undo, redo: arrangement.redo, save: arrangement.unsaved > 0};
  for (const [op, can] of Object.entries(able)) {
    const button = document.querySelector(`.actions [data-op="${op}"]`);
    // Not "disabled": the focus must not be lost when the last step is undone.
    button?.removeAttribute('disabled');
    button?.setAttribute('aria-disabled', String(!can));
  }
}

const explained = () => board.classList.contains('explained');

/** A button that refuses a gap to automatic slots, or takes the refusal back. @param {number} number of the gap */
function decision(number) {
  const button = document.createElement('button');
  const refused = arrangement.refused.includes(number);
  button.type = 'button';
  button.className = 'btn small quiet';
  button.dataset.op = refused ? 'allow' : 'refuse';
  button.dataset.gap = String(number);
  button.textContent = refused ? words.allow : words.refuse;
  button.setAttribute('aria-label', say(refused ? words.allowGap : words.refuseGap, number));
  return button;
}

// The server.

const keyOf = el => el?.closest?.('[data-op],[data-pick],[data-slot]')?.dataset ?? null;

/** Asks the server for a step and draws its answer. */
function ask(op, values = {}, then = null) {
  if (busy) return;
  busy = true;
  root.setAttribute('aria-busy', 'true');
  const focused = {...keyOf(document.activeElement)};
  focused.gap = document.activeElement?.closest?.('button[data-gap]')?.dataset.gap;
  const device = document.activeElement?.closest?.('[data-device]')?.dataset.device;
  afterwards = () => {
    refocus(focused, device);
    then?.();
  };
  // PrimeFaces' own request, as that of Faces evaluates a string in each answer, which the page's policy forbids.
  window.PrimeFaces.ab({
    source: 'ads:go', event: 'action', formId: 'ads', process: 'ads:go', update: 'ads:rail',
    params: Object.entries({op, ...values}).map(([name, value]) => ({name, value})),
    oncomplete: (xhr, status) => (status === 'success' ? answered() : failed())
  });
}

function answered() {
  busy = false;
  root.removeAttribute('aria-busy');
  draw();
  afterwards?.();
  afterwards = null;
}

function failed() {
  busy = false;
  root.removeAttribute('aria-busy');
  announce(words.failed);
  showProblem(words.failed);
}

function showProblem(text) {
  const note = document.createElement('p');
  note.className = 'note err';
  note.dataset.here = '';
  document.querySelector('#ads\\:rail [data-here]')?.remove();
  note.textContent = text;
  document.getElementById('ads:rail').prepend(note);
}

/** The rail and the cards are new after each step; the focus returns to what stands for the same. */
function refocus(was, device) {
  if (document.activeElement && document.activeElement !== document.body) return;
  const tries = [];
  if (device && was.slot) tries.push(`[data-device="${device}"] [data-slot="${was.slot}"]`);
  if (device && was.gap) tries.push(`[data-device="${device}"] button[data-gap="${was.gap}"]`);
  if (was.op === 'advertising') tries.push('select[data-op="advertising"]');
  if (was.op && was.slot) tries.push(`[data-op="${was.op}"][data-slot="${was.slot}"]`);
  if (was.slot) tries.push(`.rail [data-slot="${was.slot}"]`);
  if (was.pick) tries.push(`.device:not([hidden]) [data-slot="${was.pick}"]`);
  tries.push('.adding button', '.board');
  document.querySelector(tries.find(one => document.querySelector(one)))?.focus({preventScroll: true});
}

// Carrying.

/** @param {string} id of a slot, or empty for a new one */
function loadOf(id) {
  const slot = arrangement.slots.find(one => one.id === id) ?? null;
  const definition = slot ? slot.definition : document.getElementById('adsKind').value;
  return {
    slot,
    definition,
    name: slot ? slot.name : say(words.newSlot, definition),
    targets: slot ? slot.targets : arrangement.fresh[definition],
    at: slot ? slot.gap : -1,
    back: () => {}
  };
}

const why = gap => arrangement.whys[load.targets[gap]];
const isHome = gap => load.slot !== null && load.slot.gap === gap;

/** Lights every gap as allowed or refused. */
function light() {
  board.classList.add('carrying');
  for (const found of gaps.values()) {
    for (const [number, gap] of found) {
      const reason = why(number);
      gap.classList.toggle('ok', reason.ok || isHome(number));
      gap.classList.toggle('no', !reason.ok && !isHome(number));
      gap.dataset.why = isHome(number) ? words.here : (reason.ok ? words.allowed : words.noSlot + ' ' + reason.text);
    }
  }
  for (const el of board.querySelectorAll(`[data-slot="${CSS.escape(load.slot?.id ?? '')}"]`)) el.classList.add('lifted');
}

function dim() {
  board.classList.remove('carrying');
  for (const el of board.querySelectorAll('.ok, .no, .here, .lifted')) el.classList.remove('ok', 'no', 'here', 'lifted');
  bar.hidden = true;
  load = null;
}

/** The gap that the carried slot is held over, in every proof. */
function point(number, onlyDevice) {
  for (const el of board.querySelectorAll('.gap.here')) el.classList.remove('here');
  load.at = number;
  for (const device of openDevices()) {
    if (!onlyDevice || device.dataset.device === onlyDevice) gaps.get(device.dataset.device).get(number)?.classList.add('here');
  }
}

function placeWords(number) {
  if (number === 0) return words.gapTop;
  if (number === gapCount() - 1) return words.gapBelow;
  const block = gaps.get('phone').get(number).previousElementSibling;
  return say(words.gap, number, gapCount() - 1, block.textContent.trim().slice(0, 40));
}

function reasonWords(number) {
  if (isHome(number)) return words.here;
  return why(number).ok ? words.allowed : words.noSlot + ' ' + why(number).text;
}

/** Picks up for the keyboard and for the bar's buttons. */
function pickUp(id, back) {
  load = loadOf(id);
  load.back = back;
  const first = load.targets.findIndex(target => arrangement.whys[target].ok);
  if (load.at < 0) {
    load.at = Math.max(first, 0);
  }
  light();
  bar.hidden = false;
  step(load.at, (first < 0 ? say(words.noRoom, load.name) + ' ' : '') + say(words.picked, load.name));
  bar.querySelector('[data-carry="drop"]').focus({preventScroll: true});
}

function step(number, before = '') {
  point(Math.min(Math.max(number, 0), gapCount() - 1));
  const text = placeWords(load.at) + ' ' + reasonWords(load.at);
  bar.querySelector('.carry-text').textContent = load.name + ': ' + text;
  bar.querySelector('.carry-text').classList.toggle('bad', !why(load.at).ok && !isHome(load.at));
  announce((before + ' ' + text).trim());
  for (const device of openDevices()) {
    gaps.get(device.dataset.device).get(load.at).scrollIntoView({block: 'center', inline: 'nearest'});
  }
}

function nextAllowed(direction) {
  for (let i = load.at + direction; i >= 0 && i < gapCount(); i += direction) if (why(i).ok) return i;
  return load.at;
}

function cancel() {
  const {name, back} = load;
  dim();
  draw();
  announce(say(words.cancelled, name));
  back();
}

function drop() {
  if (isHome(load.at)) {
    cancel();
    return;
  }
  if (!why(load.at).ok) {
    announce(words.refused + ' ' + why(load.at).text);
    return;
  }
  const {slot, definition, name, at, back} = load;
  const place = placeWords(at);
  dim();
  draw();
  ask(slot ? 'move' : 'add', slot ? {slot: slot.id, gap: at} : {definition, gap: at}, () => {
    announce(say(words.dropped, name, place.charAt(0).toLowerCase() + place.slice(1).replace(/\.$/, '')));
    back();
  });
}

function carryKey(event) {
  const keys = {
    ArrowUp: () => step(event.shiftKey ? nextAllowed(-1) : load.at - 1),
    ArrowDown: () => step(event.shiftKey ? nextAllowed(1) : load.at + 1),
    PageUp: () => step(nextAllowed(-1)),
    PageDown: () => step(nextAllowed(1)),
    Home: () => step(0),
    End: () => step(gapCount() - 1),
    Escape: cancel
  };
  const onOther = document.activeElement?.dataset?.carry && document.activeElement.dataset.carry !== 'drop';
  if (!onOther) keys[' '] = keys.Enter = drop;
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
}

/** The hand that a drag moves. */
const hand = {
  take(id) {
    load = loadOf(id);
    light();
    return load.name;
  },
  point,
  at: () => load.at,
  refusal: () => (load.at < 0 || isHome(load.at) || why(load.at).ok ? '' : words.refused + ' ' + why(load.at).text),
  cancel,
  drop,
  explain(name, refusal) {
    announce(refusal);
    showProblem(name + ': ' + refusal);
  }
};

// What people do.

board.addEventListener('pointerdown', event => {
  const el = event.target.closest('.slot');
  if (el && event.button === 0 && arrangement.mayPlace && !load && !busy) startDrag(event, el.dataset.slot, {board, gaps, openDevices}, hand);
});

board.addEventListener('click', event => {
  if (event.target.closest('a')) event.preventDefault();
  const gap = event.target.closest('.gap');
  if (load && gap) {
    step(Number(gap.dataset.gap));
    drop();
  }
});

board.addEventListener('keydown', event => {
  const el = event.target.closest('.slot');
  if (!el || load || busy || !arrangement.mayPlace || (event.key !== ' ' && event.key !== 'Enter')) return;
  event.preventDefault();
  event.stopPropagation();
  const device = el.closest('[data-device]').dataset.device;
  pickUp(el.dataset.slot, () => board.querySelector(`[data-device="${device}"] [data-slot="${CSS.escape(el.dataset.slot)}"]`)?.focus({preventScroll: true}));
});

document.addEventListener('keydown', event => {
  if (load && !bar.hidden) carryKey(event);
});

bar.addEventListener('click', event => {
  const what = event.target.closest('[data-carry]')?.dataset.carry;
  if (what && load) ({earlier: () => step(load.at - 1), later: () => step(load.at + 1), drop, cancel})[what]();
});

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-op], button[data-pick]');
  if (!button || busy || button.getAttribute('aria-disabled') === 'true') return;
  if (load) cancel();
  if (button.dataset.pick !== undefined) {
    const id = button.dataset.pick;
    pickUp(id, () => (document.querySelector(`.device:not([hidden]) [data-slot="${CSS.escape(id)}"]`)
      ?? document.querySelector(`[data-pick="${CSS.escape(id)}"]`))?.focus({preventScroll: true}));
    return;
  }
  const {op, slot, gap} = button.dataset;
  const note = document.getElementById('adsNote');
  ask(op, op === 'save' ? {note: note.value} : slot ? {slot} : gap ? {gap} : {}, () => {
    if (op === 'save' && arrangement.unsaved === 0) note.value = '';
    announce(document.querySelector('#ads\\:rail .note')?.innerText ?? document.querySelector('#ads\\:rail .state').innerText);
  });
});

document.addEventListener('change', event => {
  const choice = event.target.closest('select[data-op]');
  if (choice) ask(choice.dataset.op, {slot: choice.dataset.slot ?? '', definition: choice.value});
});

document.getElementById('ads').addEventListener('submit', event => event.preventDefault());

// Widths.

function showWidths(chosen) {
  for (const button of root.querySelectorAll('[data-width]')) {
    const on = chosen.has(button.dataset.width);
    button.setAttribute('aria-pressed', String(on));
    board.querySelector(`[data-device="${button.dataset.width}"]`).hidden = !on;
  }
}

root.querySelector('.widths').addEventListener('click', event => {
  const width = event.target.closest('[data-width]')?.dataset.width;
  if (!width) return;
  const chosen = new Set(openDevices().map(device => device.dataset.device));
  if (narrow.matches) chosen.clear();
  if (chosen.has(width) && chosen.size > 1) chosen.delete(width); else chosen.add(width);
  showWidths(chosen);
});

narrow.addEventListener('change', () => showWidths(new Set(narrow.matches ? ['phone'] : ['phone', 'desktop'])));

root.querySelector('[data-explain]').addEventListener('click', event => {
  const on = board.classList.toggle('explained');
  draw();
  event.currentTarget.setAttribute('aria-pressed', String(on));
});

addEventListener('beforeunload', event => { if (arrangement.unsaved > 0) event.preventDefault(); });

for (const button of bar.querySelectorAll('[data-carry]')) button.textContent = words[button.dataset.carry];
copyProofs();
draw();
showWidths(new Set(narrow.matches ? ['phone'] : ['phone', 'desktop']));
