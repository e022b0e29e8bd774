/** The stories in the calendar: where each stands, and moving one by the workflow's own call. */

const root = document.querySelector('.calendar');

/** The words of the screen by their keys. @type {Record<string, string>} */
export const words = JSON.parse(root.dataset.words);

/** @param {string} key @param {...string} values */
export function say(key, ...values) {
  return words[key].replace(/\{(\d)\}/g, (_, index) => values[Number(index)]);
}

/** @param {Element} plan */
export const headlineOf = (plan) => plan.querySelector('.h').textContent;

/** @param {string} at local, as 2026-11-24T14:30 @returns {number} minutes since midnight */
export const minuteOf = (at) => Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

/** @param {number} minute @returns {string} as 14:30 */
export const hourOf = (minute) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** @param {string} at @returns {HTMLElement | null} the day's section, if this week has it */
export const dayOf = (at) => root.querySelector(`.day[data-date="${at.slice(0, 10)}"]`);

/** @param {string} at @returns {string} the day as people say it */
export function spokenDay(at) {
  const local = new Date(`${at.slice(0, 10)}T12:00:00Z`);
  return (
    dayOf(at)?.dataset.spoken ??
    new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(local)
  );
}

const opened = performance.now();
const then = Date.parse(`${root.dataset.clock}Z`);

/** @returns {string} what the desk's clock says now, as 2026-11-24T14:30 */
export const nowThere = () => new Date(then + performance.now() - opened).toISOString().slice(0, 16);

/** Whether nobody can be promised that time any more. @param {string} at */
export const isOver = (at) => at <= nowThere();

/** Puts a story where its time is; out of sight if that is another week. @param {HTMLElement} plan @param {string} at */
export function put(plan, at) {
  plan.dataset.at = at;
  const time = plan.querySelector('.time');
  time.textContent = at.slice(11, 16);
  if (time instanceof HTMLButtonElement) {
    time.setAttribute('aria-label', say('move', headlineOf(plan), `${spokenDay(at)}, ${at.slice(11, 16)}`));
    time.setAttribute('aria-describedby', 'keys');
  }
  const list = dayOf(at)?.querySelector('.plans');
  if (!list) {
    plan.remove();
    return;
  }
  const next = [...list.children].find((other) => other !== plan && other.dataset.at > at);
  if (plan.parentElement !== list || plan.nextElementSibling !== (next ?? null)) {
    const hadFocus = plan.contains(document.activeElement) ? document.activeElement : null;
    list.insertBefore(plan, next ?? null);
    hadFocus?.focus();
  }
  for (const day of root.querySelectorAll('.day')) {
    day.classList.toggle('free', day.querySelector('.plan') === null);
  }
}

/**
 * Asks the workflow for another time.
 *
 * @param {HTMLElement} plan
 * @param {string} at in the desk's zone
 * @returns {Promise<string | null>} why not, or null
 */
export async function schedule(plan, at) {
  try {
    const answer = await fetch(`${root.dataset.articles}${plan.dataset.id}/transitions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Galley': '1' },
      body: JSON.stringify({ action: 'schedule', at }),
    });
    if (answer.ok) {
      return null;
    }
    if (answer.status === 401) {
      return words.signedOut;
    }
    const problem = await answer.json();
    return say('refused', problem.violations?.[0]?.message ?? problem.violations?.[0]?.detail ?? problem.detail ?? problem.title);
  } catch {
    return words.offline;
  }
}
