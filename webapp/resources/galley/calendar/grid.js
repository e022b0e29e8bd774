/** The week as a grid of hours, where the window is wide enough; otherwise the days stay lists, one under the other. */
import { minuteOf, nowThere } from 'galley/calendar/plans.js';

/** How long a story counts as taking up its place, in minutes: as high as its box is. */
const TALL = 75;
/** Milliseconds. */
const MINUTE = 60000;
const wide = window.matchMedia('(min-width: 901px)');
const week = document.querySelector('.week');

export const isGrid = () => wide.matches;

/** Stories whose boxes would lie over each other stand side by side. @param {Element} list */
function lanes(list) {
  const plans = [...list.children].filter((plan) => !plan.classList.contains('drop'));
  plans.sort((a, b) => minuteOf(a.dataset.at) - minuteOf(b.dataset.at));
  let group = [];
  let ends = [];
  const close = () => group.forEach((plan) => plan.style.setProperty('--lanes', String(ends.length)));
  for (const plan of plans) {
    const from = minuteOf(plan.dataset.at);
    if (ends.length > 0 && ends.every((end) => end <= from)) {
      close();
      group = [];
      ends = [];
    }
    let lane = ends.findIndex((end) => end <= from);
    lane = lane < 0 ? ends.length : lane;
    ends[lane] = from + TALL;
    group.push(plan);
    plan.style.setProperty('--minute', String(from));
    plan.style.setProperty('--lane', String(lane));
  }
  close();
}

export function arrange() {
  week.classList.toggle('grid', isGrid());
  week.querySelectorAll('.plans').forEach(lanes);
}

/** Rolls to the first story, or to where a working day begins. */
function rollToWork() {
  const minutes = [...week.querySelectorAll('.plan')].map((plan) => minuteOf(plan.dataset.at));
  const now = week.querySelector('.today')?.dataset.now;
  const first = Math.min(8 * 60, ...minutes, now ? Number(now) : 8 * 60);
  const hour = week.querySelector('.plans').clientHeight / 24;
  week.scrollTop = Math.max(0, (first / 60 - 0.5) * hour);
}

/** Where the day stands: what is over is shaded, down to a line that moves on. */
function showNow() {
  const now = nowThere();
  for (const day of week.querySelectorAll('.day')) {
    const today = day.dataset.date === now.slice(0, 10);
    day.classList.toggle('today', today);
    day.classList.toggle('past', day.dataset.date < now.slice(0, 10));
    if (today) {
      day.querySelector('.plans').style.setProperty('--now', String(minuteOf(now)));
    }
  }
}

export function start() {
  showNow();
  setInterval(showNow, MINUTE);
  arrange();
  if (isGrid()) {
    rollToWork();
  }
  wide.addEventListener('change', arrange);
}
