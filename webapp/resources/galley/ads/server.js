/**
 * Asks the server for steps, one after the other, draws its answers, and gives the focus back to what stands for the same. A step
 * that could not be carried out is kept, as are those behind it, until the server answers again.
 *
 * @typedef {{op: string, values: Object<string, string|number>, then: (() => void)|null, turn: string}} Step
 */
import { draw } from "galley/ads/proofs.js";
import { announce, now, root, showProblem, words } from "galley/ads/screen.js";
import { isEnded, isRenewed, onSignedIn, renewal } from "galley/ads/session.js";

/** @type {Step[]} what is to be done; the first is being done */
const steps = [];
let sending = false;
/** Called when nothing is left to be done. @type {Array<() => void>} */
let idle = [];

const mark = [...crypto.getRandomValues(new Uint8Array(9))].map(byte => byte.toString(36)).join('');
let turns = 0;

/** Whether an answer is awaited, or a step waits until one can be had. */
export const isBusy = () => steps.length > 0;

/** Does something as soon as all that was asked for is answered. @param {() => void} what */
export function whenIdle(what) {
  if (isBusy()) idle.push(what); else what();
}

/** What the focus was given to last: whoever goes on while an answer is on its way stays where they went. */
let place = {};
document.addEventListener('focusin', event => { place = placeOf(event.target); });

const placeOf = el => ({
  ...keyOf(el),
  gap: el?.closest?.('button[data-gap]')?.dataset.gap,
  device: el?.closest?.('[data-device]')?.dataset.device
});

const keyOf = el => el?.closest?.('[data-op],[data-pick],[data-slot]')?.dataset ?? null;

/** What can be done now, of those that cannot always be done. */
const able = {undo: () => now().undo, redo: () => now().redo, save: () => now().unsaved > 0};

/** Whether a step can be done as things stand; while others are on their way, that is not known. @param {string} op */
export const mayAsk = op => isBusy() || (able[op]?.() ?? true);

/**
 * Asks for a step and draws the answer, after all that were asked for before.
 *
 * @param {string} op @param {Object<string, string|number>} values @param {(() => void)|null} then what to do when it is drawn
 */
export function ask(op, values = {}, then = null) {
  steps.push({op, values, then, turn: `${mark}-${++turns}`});
  if (op !== 'look') {
    // What comes of it is not known yet; who wants to save it, or to take it back, need not wait for that.
    for (const button of document.querySelectorAll('.actions :is([data-op="undo"], [data-op="save"])')) button.setAttribute('aria-disabled', 'false');
  }
  send();
}

/** Does the first of the steps that wait. */
function send() {
  if (sending) return;
  const step = steps[0];
  if (!step) {
    root.removeAttribute('aria-busy');
    const waited = idle;
    idle = [];
    for (const what of waited) what();
    return;
  }
  root.setAttribute('aria-busy', 'true');
  if (isRenewed()) {
    // The new session knows nothing of the layout in hand.
    const {base, kept} = now();
    post({op: 'restore', values: {base, kept: JSON.stringify(kept)}, then: null, turn: ''}, () => {
      renewal.done();
      send();
    });
  } else if (able[step.op]?.() ?? true) {
    post(step, () => {
      steps.shift();
      step.then?.();
      send();
    });
  } else {
    steps.shift();
    send();
  }
}

/** @param {Step} step @param {() => void} answered */
function post({op, values, turn}, answered) {
  sending = true;
  place = placeOf(document.activeElement);
  let lost = false;
  // PrimeFaces' own request, as that of Faces evaluates a string in each answer, which the page's policy forbids.
  window.PrimeFaces.ab({
    source: 'ads:go', event: 'action', formId: 'ads', process: 'ads:go', update: op === 'look' ? 'ads:news' : 'ads:news ads:rail',
    params: Object.entries({op, turn, ...values}).map(([name, value]) => ({name, value})),
    onsuccess: answer => {
      // An ended session sends away to the sign-in screen, or knows no such page; from here nobody leaves with a layout in hand.
      lost = !answer?.querySelector?.('update[id="ads:news"]');
      return lost;
    },
    oncomplete: (xhr, status) => {
      sending = false;
      if (lost || status !== 'success') {
        fail(lost);
        return;
      }
      fruitless = false;
      document.querySelector('#ads\\:rail [data-here]')?.remove();
      if (op !== 'look') {
        draw();
        refocus();
      }
      answered();
    }
  });
}

/** Whether a page that the server no longer knew was begun anew, and no answer came since. */
let fruitless = false;

/** @param {boolean} lost whether the server answered, and knew nothing of this page */
async function fail(lost) {
  if (lost && await isEnded()) return;
  if (lost && !fruitless) {
    fruitless = true;
    if (!isRenewed()) await renewal.begin().catch(() => {});
    send();
    return;
  }
  announce(words.failed);
  showProblem(words.failed, words.again, send);
}

onSignedIn(send);

/** The rail and the cards are new after each step; the focus returns to what stands for the same. */
function refocus() {
  if (document.activeElement && document.activeElement !== document.body) return;
  const {device, ...was} = place;
  const tries = [];
  if (device && was.slot) tries.push(`[data-device="${device}"] [data-slot="${was.slot}"]`);
  if (device && was.gap) tries.push(`[data-device="${device}"] button[data-gap="${was.gap}"]`);
  if (was.op === 'advertising') tries.push('select[data-op="advertising"]');
  if (was.op === 'take' || was.op === 'leave') tries.push('.actions [data-op="propose"]');
  if (was.op && was.slot) tries.push(`[data-op="${was.op}"][data-slot="${was.slot}"]`);
  if (was.slot) tries.push(`.rail [data-slot="${was.slot}"]`);
  if (was.pick) tries.push(`.device:not([hidden]) [data-slot="${was.pick}"]`);
  tries.push('.adding button', '.board');
  document.querySelector(tries.find(one => document.querySelector(one)))?.focus({preventScroll: true});
}
