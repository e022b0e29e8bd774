/** The ads screen in the browser: what people do there, and which part answers it. */
import { cancel, hand, isCarrying, pickUp } from "galley/ads/carry.js";
import { say } from "galley/ads/card.js";
import { startDrag } from "galley/ads/drag.js";
import { gaps, open, openDevices, showProposal } from "galley/ads/proofs.js";
import { announce, board, now, problem, words } from "galley/ads/screen.js";
import { ask, isBusy } from "galley/ads/server.js";

const idle = () => now().mayPlace && !isCarrying() && !isBusy();

board.addEventListener('pointerdown', event => {
  const el = event.target.closest('.slot');
  if (el && event.button === 0 && idle()) startDrag(event, el.dataset.slot, {board, gaps, openDevices}, hand);
});

board.addEventListener('click', event => {
  if (event.target.closest('a')) event.preventDefault();
});

board.addEventListener('keydown', event => {
  const el = event.target.closest('.slot');
  if (!el || !idle() || (event.key !== ' ' && event.key !== 'Enter')) return;
  event.preventDefault();
  // The key that picks up is not to drop at once.
  event.stopPropagation();
  const device = el.closest('[data-device]').dataset.device;
  pickUp(el.dataset.slot, () => board.querySelector(`[data-device="${device}"] [data-slot="${CSS.escape(el.dataset.slot)}"]`)?.focus({preventScroll: true}));
});

/** Picks a slot up that was chosen in the rail, or a new one. @param {string} id */
function pick(id) {
  pickUp(id, () => (document.querySelector(`.device:not([hidden]) [data-slot="${CSS.escape(id)}"]`)
    ?? document.querySelector(`[data-pick="${CSS.escape(id)}"]`))?.focus({preventScroll: true}));
}

/** What a screen reader hears of an answer: the note that it brought, else how things stand. */
function outcome() {
  const proposal = [...document.querySelectorAll('#ads\\:rail .proposal li')].map(line => line.textContent);
  if (proposal.length) return say(words.proposed, proposal.join('; '));
  return problem()
    || (document.querySelector('#ads\\:rail [role="status"]')?.innerText ?? document.querySelector('#ads\\:rail .state').innerText);
}

document.addEventListener('click', event => {
  const button = event.target.closest('button[data-op], button[data-pick]');
  if (!button || isBusy() || button.getAttribute('aria-disabled') === 'true') return;
  if (isCarrying()) cancel();
  if (button.dataset.pick !== undefined) {
    pick(button.dataset.pick);
    return;
  }
  const {op, slot, gap} = button.dataset;
  const note = document.getElementById('adsNote');
  ask(op, op === 'save' ? {note: note.value} : slot ? {slot} : gap ? {gap} : {}, () => {
    if (op === 'save' && now().unsaved === 0) note.value = '';
    if (op === 'propose') showProposal();
    announce(outcome());
  });
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

addEventListener('beforeunload', event => { if (now().unsaved > 0) event.preventDefault(); });

open();
