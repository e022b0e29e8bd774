/**
 * Carries a slot from gap to gap by keyboard, by the bar's buttons and for the hand that drags: every gap is lit, the reason is
 * said, and the meters show what the density would be.
 *
 * @typedef {import("galley/ads/screen.js").Slot} Slot
 * @typedef {{slot: Slot|null, definition: string, name: string, targets: number[], shares: import("galley/ads/screen.js").Shares,
 *   at: number, back: () => void}} Load
 */
import { say } from "galley/ads/card.js";
import { densityWords, drawMeters, holdMeters } from "galley/ads/meters.js";
import { draw, gapCount, gaps, openDevices } from "galley/ads/proofs.js";
import { announce, board, now, problem, root, showProblem, words } from "galley/ads/screen.js";
import { ask, whenIdle } from "galley/ads/server.js";

const bar = root.querySelector('.carry');

/** @type {Load|null} what is being carried */
let load = null;

/** @type {{id: string, keys: Array<{key: string, shiftKey: boolean}>}|null} what is picked up next, and what is to be done with it */
let next = null;

/** Whether something is carried. */
export const isCarrying = () => load !== null;

/** @param {string} id of a slot, or empty for a new one */
function loadOf(id) {
  const slot = now().slots.find(one => one.id === id) ?? null;
  const definition = slot ? slot.definition : document.getElementById('adsKind').value;
  const {targets, shares} = slot ?? now().fresh[definition];
  return {
    slot,
    definition,
    name: slot ? slot.name : say(words.newSlot, definition),
    targets,
    shares,
    at: slot ? slot.gap : -1,
    back: () => {}
  };
}

const why = gap => now().whys[load.targets[gap]];
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
  drawMeters();
}

/** The gap that the carried slot is held over, in every proof. */
function point(number, onlyDevice) {
  for (const el of board.querySelectorAll('.gap.here')) el.classList.remove('here');
  load.at = number;
  holdMeters(load.shares, number, gapCount() - 1);
  for (const device of openDevices()) {
    if (!onlyDevice || device.dataset.device === onlyDevice) gaps.get(device.dataset.device).get(number)?.classList.add('here');
  }
}

function placeWords(number) {
  if (number === 0) return words.gapTop;
  if (number === gapCount() - 1) return words.gapBelow;
  return say(words.gap, number, gapCount() - 1, gaps.get('phone').get(number).dataset.after);
}

function reasonWords(number) {
  if (isHome(number)) return words.here;
  return why(number).ok ? words.allowed : words.noSlot + ' ' + why(number).text;
}

/** Whether something is picked up as soon as all that was asked for is answered. */
export const isAboutToCarry = () => next !== null;

/**
 * Picks up for the keyboard and for the bar's buttons, once all that was asked for is answered; keys that are pressed before that
 * are for what is carried then.
 *
 * @param {string} id of a slot, or empty for a new one @param {() => boolean} may whether that can still be done by then
 * @param {() => void} back puts the focus where it was
 */
export function pickUpNext(id, may, back) {
  if (next?.id === id) return;
  const wish = {id, keys: []};
  next = wish;
  whenIdle(() => {
    if (next !== wish) return;
    next = null;
    if (!may()) return;
    pickUp(id, back);
    for (const pressed of wish.keys) meaningOf(pressed)?.();
  });
}

function pickUp(id, back) {
  load = loadOf(id);
  load.back = back;
  const first = load.targets.findIndex(target => now().whys[target].ok);
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
  announce([before, text, densityWords(load.shares, load.at, gapCount() - 1)].filter(Boolean).join(' '));
  for (const device of openDevices()) {
    gaps.get(device.dataset.device).get(load.at).scrollIntoView({block: 'center', inline: 'nearest'});
  }
}

function nextAllowed(direction) {
  for (let i = load.at + direction; i >= 0 && i < gapCount(); i += direction) if (why(i).ok) return i;
  return load.at;
}

export function cancel() {
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
    // Somebody may have changed the rules since the gaps were lit: the server's word counts.
    const refusal = problem();
    announce(refusal ? say(words.notDropped, name, refusal)
      : say(words.dropped, name, place.charAt(0).toLowerCase() + place.slice(1).replace(/\.$/, '')));
    back();
  });
}

/** What a key does with what is carried, if anything. @param {{key: string, shiftKey: boolean}} pressed */
function meaningOf({key, shiftKey}) {
  if (!load) return undefined;
  return {
    ArrowUp: () => step(shiftKey ? nextAllowed(-1) : load.at - 1),
    ArrowDown: () => step(shiftKey ? nextAllowed(1) : load.at + 1),
    PageUp: () => step(nextAllowed(-1)),
    PageDown: () => step(nextAllowed(1)),
    Home: () => step(0),
    End: () => step(gapCount() - 1),
    Escape: cancel,
    Enter: drop,
    ' ': drop
  }[key];
}

const CARRYING_KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Escape', 'Enter', ' '];

document.addEventListener('keydown', event => {
  const isHeld = load !== null && !bar.hidden;
  if ((!isHeld && !next) || !CARRYING_KEYS.includes(event.key)) return;
  const focused = document.activeElement;
  // Whoever went on to another control means that one: fields keep all their keys, buttons those that press them.
  if (event.key !== 'Escape' && focused?.matches('input, select, textarea')) return;
  const onOther = focused?.matches('button, a, summary') && focused.dataset.carry !== 'drop';
  if (onOther && (event.key === ' ' || event.key === 'Enter')) return;
  event.preventDefault();
  if (isHeld) {
    meaningOf(event)();
  } else if (event.key === 'Escape') {
    next = null;
  } else {
    next.keys.push({key: event.key, shiftKey: event.shiftKey});
  }
});

/** The hand that a drag moves. */
export const hand = {
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
  /** Shows what the rail says of a slot. @param {string} id */
  tap(id) {
    for (const line of root.querySelectorAll('.rail .line.tapped')) line.classList.remove('tapped');
    const line = document.querySelector(`.rail .lines [data-slot="${CSS.escape(id)}"]`)?.closest('.line');
    line?.classList.add('tapped');
    line?.scrollIntoView({block: 'nearest'});
  },
  explain(name, refusal) {
    announce(refusal);
    showProblem(name + ': ' + refusal);
  }
};

board.addEventListener('click', event => {
  const gap = event.target.closest('.gap');
  if (load && gap) {
    step(Number(gap.dataset.gap));
    drop();
  }
});

bar.addEventListener('click', event => {
  const what = event.target.closest('[data-carry]')?.dataset.carry;
  if (what && load) ({earlier: () => step(load.at - 1), later: () => step(load.at + 1), drop, cancel})[what]();
});

for (const button of bar.querySelectorAll('[data-carry]')) button.textContent = words[button.dataset.carry];
