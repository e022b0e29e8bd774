/** The calendar: draws the grid, has the workflow move what is put down elsewhere, and takes it back on request. */
import { carryByKeys, carryByPointer } from 'galley/calendar/carry.js';
import { arrange, start } from 'galley/calendar/grid.js';
import { headlineOf, isOver, nowThere, put, say, schedule, spokenDay } from 'galley/calendar/plans.js';

const root = document.querySelector('.calendar');
const note = root.querySelector('[data-said]');
const noteText = root.querySelector('[data-said-text]');
const undo = root.querySelector('[data-undo]');
/** What Undo would do now. @type {(() => void) | null} */
let back = null;

/** @param {string} text @param {'ok' | 'err'} look */
function tell(text, look) {
  note.hidden = false;
  note.className = `note ${look}`;
  noteText.textContent = text;
}

/** @param {HTMLElement} plan @param {string} from @param {string} to */
async function move(plan, from, to, undone = false) {
  const focused = plan.contains(document.activeElement);
  if (isOver(to)) {
    put(plan, from);
    arrange();
    undo.hidden = true;
    tell(say('over', headlineOf(plan), spokenDay(to), to.slice(11)), 'err');
    return;
  }
  put(plan, to);
  arrange();
  plan.classList.add('waiting');
  undo.hidden = true;
  const refusal = await schedule(plan, to);
  plan.classList.remove('waiting');
  if (refusal) {
    if (!plan.isConnected) {
      window.location.reload();
      return;
    }
    put(plan, from);
    arrange();
    tell(refusal, 'err');
  } else {
    plan.classList.remove('late');
    tell(say('moved', headlineOf(plan), spokenDay(to), to.slice(11)), 'ok');
    back = () => move(plan, to, from, true);
    undo.hidden = undone;
  }
  if (focused && plan.isConnected) {
    plan.querySelector('.time').focus();
  }
}

undo.addEventListener('click', () => back?.());

start();
root.querySelectorAll('.plan').forEach((plan) => put(plan, plan.dataset.at));

if (root.dataset.movable === 'true') {
  carryByPointer(move);
  carryByKeys(move);

  const dialog = document.getElementById('when');
  const field = document.getElementById('whenAt');
  let asked = null;
  root.querySelector('.week').addEventListener('click', (event) => {
    const plan = event.target.closest('button.time')?.closest('.plan');
    if (plan) {
      asked = plan;
      dialog.querySelector('[data-which]').textContent = headlineOf(plan);
      field.min = nowThere();
      field.value = plan.dataset.at;
      dialog.showModal();
    }
  });
  dialog.querySelector('form').addEventListener('submit', () => {
    const to = field.value.slice(0, 16);
    if (to !== asked.dataset.at) {
      move(asked, asked.dataset.at, to);
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('[data-closes]')) {
      dialog.close();
    }
  });
}
