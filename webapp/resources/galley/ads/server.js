/** Asks the server for a step, draws its answer, and gives the focus back to what stands for the same. */
import { draw } from "galley/ads/proofs.js";
import { announce, root, showProblem, words } from "galley/ads/screen.js";

let busy = false;

/** Whether an answer is awaited; until then nothing else is asked. */
export const isBusy = () => busy;

const keyOf = el => el?.closest?.('[data-op],[data-pick],[data-slot]')?.dataset ?? null;

/**
 * Asks for a step and draws the answer.
 *
 * @param {string} op @param {Object<string, string|number>} values @param {(() => void)|null} then what to do when it is drawn
 */
export function ask(op, values = {}, then = null) {
  if (busy) return;
  busy = true;
  root.setAttribute('aria-busy', 'true');
  const focused = {...keyOf(document.activeElement)};
  focused.gap = document.activeElement?.closest?.('button[data-gap]')?.dataset.gap;
  const device = document.activeElement?.closest?.('[data-device]')?.dataset.device;
  // PrimeFaces' own request, as that of Faces evaluates a string in each answer, which the page's policy forbids.
  window.PrimeFaces.ab({
    source: 'ads:go', event: 'action', formId: 'ads', process: 'ads:go', update: 'ads:rail',
    params: Object.entries({op, ...values}).map(([name, value]) => ({name, value})),
    oncomplete: (xhr, status) => {
      busy = false;
      root.removeAttribute('aria-busy');
      if (status !== 'success') {
        announce(words.failed);
        showProblem(words.failed);
        return;
      }
      draw();
      refocus(focused, device);
      then?.();
    }
  });
}

/** The rail and the cards are new after each step; the focus returns to what stands for the same. */
function refocus(was, device) {
  if (document.activeElement && document.activeElement !== document.body) return;
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
