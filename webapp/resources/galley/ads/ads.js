/** The ads screen in the browser: what people do there, and which part answers it. */
import { cancel, hand, isAboutToCarry, isCarrying, pickUpNext } from "galley/ads/carry.js";
import { say } from "galley/ads/card.js";
import { startDrag } from "galley/ads/drag.js";
import { gaps, open, openDevices, showProposal } from "galley/ads/proofs.js";
import { announce, board, clashes, now, problem, words } from "galley/ads/screen.js";
import { ask, isBusy, mayAsk, whenIdle } from "galley/ads/server.js";
import { onNews } from "galley/ads/session.js";
import { letterOf } from "galley/letters.js";

const free = () => now().mayPlace && !isCarrying();

board.addEventListener('pointerdown', event => {
  const el = event.target.closest('.slot');
  if (el && event.button === 0 && free()) startDrag(event, el.dataset.slot, {board, gaps, openDevices, isBusy}, hand);
});

board.addEventListener('click', event => {
  if (event.target.closest('a')) event.preventDefault();
});

board.addEventListener('keydown', event => {
  const el = event.target.closest('.slot');
  if (!el || !free() || isAboutToCarry() || (event.key !== ' ' && event.key !== 'Enter')) return;
  event.preventDefault();
  // The key that picks up is not to drop at once.
  event.stopPropagation();
  const device = el.closest('[data-device]').dataset.device;
  const back = () => board.querySelector(`[data-device="${device}"] [data-slot="${CSS.escape(el.dataset.slot)}"]`)?.focus({preventScroll: true});
  pickUpNext(el.dataset.slot, () => isThere(el.dataset.slot) && free(), back);
});

/** Whether a slot is still there, or a new one is meant. @param {string} id */
const isThere = id => id === '' || now().slots.some(one => one.id === id);

/** Picks a slot up that was chosen in the rail, or a new one. @param {string} id */
function pick(id) {
  pickUpNext(id, () => isThere(id) && !isCarrying(), () => (document.querySelector(`.device:not([hidden]) [data-slot="${CSS.escape(id)}"]`)
    ?? document.querySelector(`[data-pick="${CSS.escape(id)}"]`))?.focus({preventScroll: true}));
}

/** What a screen reader hears of an answer: the note that it brought, else how things stand. @param {string} op */
function outcome(op) {
  const proposal = [...document.querySelectorAll('#ads\\:rail .proposal li')].map(line => line.textContent);
  if (proposal.length) return say(words.proposed, proposal.join('; '));
  return problem()
    || (op === 'save' && clashes())
    || (now().stepped && now().stepped + ' ' + document.querySelector('#ads\\:rail .state').innerText)
    || (document.querySelector('#ads\\:rail [role="status"]')?.innerText ?? document.querySelector('#ads\\:rail .state').innerText);
}

/** @param {DOMStringMap} pressed what a button stands for */
function press({op, slot, gap, pick: picked}) {
  if (isCarrying()) cancel();
  if (picked !== undefined) {
    pick(picked);
    return;
  }
  if (!mayAsk(op)) return;
  const note = document.getElementById('adsNote');
  const written = note.value;
  ask(op, op === 'save' ? {note: written} : slot ? {slot} : gap ? {gap} : {}, () => {
    // What was written while the answer was on its way is for the next time.
    if (op === 'save' && now().unsaved === 0 && note.value === written) note.value = '';
    if (op === 'propose') showProposal();
    announce(outcome(op));
  });
}

const buttonAt = target => target?.closest?.('button[data-op], button[data-pick]');
const meaning = button => JSON.stringify({...button.dataset});

/** The button that is held down: an answer that comes meanwhile puts another one in its place, and the browser makes no click of it. */
let held = null;
document.addEventListener('pointerdown', event => { held = event.button === 0 ? buttonAt(event.target) : null; });
document.addEventListener('pointerup', event => {
  const under = buttonAt(document.elementFromPoint(event.clientX, event.clientY));
  if (held && !held.isConnected && under && meaning(held) === meaning(under)) press(under.dataset);
  held = null;
});

document.addEventListener('click', event => {
  const button = buttonAt(event.target);
  if (button) press(button.dataset);
});

/** Fields have steps back of their own. */
const writes = el => el?.matches?.('input, textarea') ?? false;

document.addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]')) return;
  const op = {s: 'save', z: event.shiftKey ? 'redo' : 'undo', y: 'redo'}[letterOf(event)];
  if (!op || (op !== 'save' && writes(event.target)) || (op === 'save' && event.shiftKey)) return;
  if (!document.querySelector(`.actions [data-op="${op}"]`)) return;
  event.preventDefault();
  press({op});
});

const nameOf = id => now().slots.find(one => one.id === id)?.name ?? '';

document.addEventListener('change', event => {
  const choice = event.target.closest('select[data-op]');
  if (!choice) return;
  const {op, slot = ''} = choice.dataset;
  const before = nameOf(slot);
  const chosen = choice.selectedOptions[0].textContent;
  if (isCarrying()) cancel();
  ask(op, {slot, definition: choice.value}, () => {
    const heard = op === 'define' ? say(words.defined, before, nameOf(slot))
      : [chosen + '.', document.querySelector('#ads\\:rail [data-advertising]')?.innerText].filter(Boolean).join(' ');
    announce(problem() || heard);
  });
});

document.getElementById('ads').addEventListener('submit', event => event.preventDefault());

addEventListener('beforeunload', event => { if (now().unsaved > 0 || isBusy()) event.preventDefault(); });

open();

/** Milliseconds between two looks at what others did, as whoever writes is saved every other second. */
const LOOK = 3000;
let looked = 0;
let stored = 0;
let looking = 0;

/** Asks what others did, once this screen has nothing else to do. */
function look() {
  looking = 0;
  if (isCarrying()) {
    looking = setTimeout(look, LOOK);
    return;
  }
  whenIdle(() => {
    if (stored <= now().base || stored <= looked) return;
    looked = stored;
    ask('look', {}, () => {
      const news = document.querySelector('#ads\\:news [role="status"]');
      if (news) announce(news.querySelector('p').innerText);
    });
  });
}

let last = -LOOK;
onNews(version => {
  stored = version;
  if (looking || version <= now().base) return;
  const rest = Math.max(0, last + LOOK - performance.now());
  last = performance.now() + rest;
  looking = setTimeout(look, rest);
});
