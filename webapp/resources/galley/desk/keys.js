/** The desk by keyboard: moves over the stories, whose links have the focus, so that Enter opens; the dialog of keys names the others. */
import { choose, chooseNone } from 'galley/desk/choosing.js';
import { open } from 'galley/desk/dialogs.js';

/** @param {EventTarget | null} target @returns {boolean} whether keys belong to what somebody types or to a dialog */
function isTaken(target) {
  if (!(target instanceof Element)) {
    return false;
  }
  const types = target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable="true"]');
  return types !== null || target.closest('[role="dialog"], dialog') !== null;
}

/** @returns {Element | null} the story that has the focus */
const row = () => document.activeElement?.closest('.stories tbody tr') ?? null;

/** @param {1 | -1} by */
function move(by) {
  const links = [...document.querySelectorAll('.stories .h')];
  if (links.length === 0) {
    return;
  }
  const here = row();
  const at = here ? links.findIndex((link) => here.contains(link)) : -1;
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
  links[next].focus();
  links[next].closest('tr').scrollIntoView({ block: 'nearest' });
}

/** @param {string} selector */
const press = (selector) => document.querySelector(selector)?.click();

const actions = {
  j: () => move(1),
  k: () => move(-1),
  x: () => {
    const here = row();
    if (here) {
      choose(here);
    }
  },
  a: () => row()?.querySelector('[data-assign]')?.click(),
  c: () => press('[data-many]:not([hidden]) [data-opens="change"]'),
  '/': () => {
    const search = document.getElementById('q');
    search.focus();
    search.select();
  },
  '[': () => press('.pages [rel="prev"]'),
  ']': () => press('.pages [rel="next"]'),
  n: () => press('[id="openNewStory"]'),
  '?': () => open('keys'),
  Escape: () => chooseNone(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event.target)) {
    return;
  }
  // Enter on a story's box opens the story.
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.name === 'pick') {
    event.preventDefault();
    row()?.querySelector('.h')?.click();
    return;
  }
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
