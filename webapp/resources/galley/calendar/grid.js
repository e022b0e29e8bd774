/** The week as a grid of hours, where the window is wide enough; otherwise the days stay lists, one under the other. */
import { minuteOf, nowThere } from 'galley/calendar/plans.js';

/** How long a story counts as taking up its place, in minutes: as high as its box is. */
const TALL = 75;
/** Minutes that are seen before what the view begins with. */
const BEFORE = 60;
/** Minute of the day. */
const DAY_BEGINS = 8 * 60;
/** A week is asked for by any of its times: 2026-11-24T14:30. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
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

/** Fills the window below what stands above the week, so that its lower edge is not out of sight. */
function fit() {
  week.style.setProperty('--above', `${Math.round(week.getBoundingClientRect().top + window.scrollY)}px`);
}

/** Minutes of the day of the stories that are chosen. @param {string} which */
const minutesOf = (which) => [...week.querySelectorAll(which)].map((plan) => minuteOf(plan.dataset.at));

/** The minute with which the view begins: of the time that was asked for, of now, of the first story or of a working day. */
function firstSeen(/** @type {number} */ room) {
  const asked = new URLSearchParams(window.location.search).get('week')?.match(TIME)?.[0];
  if (asked) {
    return minuteOf(asked) - BEFORE;
  }
  if (week.querySelector('.today')) {
    const now = minuteOf(nowThere());
    const late = minutesOf('.plan.late').filter((minute) => now + BEFORE - minute < room);
    return Math.min(now - BEFORE, ...late.map((minute) => minute - BEFORE / 2));
  }
  const all = minutesOf('.plan');
  return (all.length > 0 ? Math.min(...all) : DAY_BEGINS) - BEFORE / 2;
}

/** Rolls to what matters now, with what was held back in the hours before it. */
function roll() {
  const hour = week.querySelector('.plans').clientHeight / 24;
  const head = week.querySelector('.day h2').offsetHeight;
  const room = ((Math.min(week.getBoundingClientRect().bottom, window.innerHeight) - week.getBoundingClientRect().top - head) / hour) * 60;
  week.scrollTop = Math.max(0, (firstSeen(room) / 60) * hour);
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
  fit();
  window.addEventListener('resize', fit);
  if (isGrid()) {
    roll();
  }
  wide.addEventListener('change', arrange);
}
