/** Carrying a story to another time, by pointer over the grid and by keys anywhere. */
import { rollAtEdges } from 'galley/calendar/edges.js';
import { arrange, isGrid } from 'galley/calendar/grid.js';
import { dayOf, headlineOf, hourOf, isOver, minuteOf, put, say, spokenDay } from 'galley/calendar/plans.js';

/** A time set by hand without a keyboard is one of every quarter of an hour. */
const STEP = 15;
const LAST = 24 * 60 - STEP;
/** Pixels that a press may slip before it is a drag. */
const SLIP = 5;

const week = document.querySelector('.week');
const carried = document.querySelector('[data-carried]');
const days = [...week.querySelectorAll('.day')];

/** @param {number} minute */
const within = (minute) => Math.min(LAST, Math.max(0, minute));

/**
 * @param {(plan: HTMLElement, from: string, to: string) => void} dropped called when a story was put down at another time
 */
export function carryByPointer(dropped) {
  let drag = null;

  const drop = document.createElement('li');
  drop.className = 'drop';
  drop.setAttribute('aria-hidden', 'true');

  const rolling = rollAtEdges(over);

  function end() {
    rolling.stop();
    drop.remove();
    drag?.plan.classList.remove('dragged');
    week.classList.remove('dragging');
    drag = null;
  }

  function over(event) {
    const column = days.find((day) => {
      const box = day.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX < box.right;
    });
    if (!column) {
      return;
    }
    const list = column.querySelector('.plans');
    const box = list.getBoundingClientRect();
    const minute = ((event.clientY - drag.grip - box.top) / box.height) * 24 * 60;
    const at = `${column.dataset.date}T${hourOf(within(Math.round(minute / STEP) * STEP))}`;
    if (at !== drag.at) {
      drag.at = at;
      drop.style.setProperty('--minute', String(minuteOf(at)));
      const gone = isOver(at);
      drop.classList.toggle('over', gone);
      drop.textContent = gone ? say('over.there', at.slice(11)) : at.slice(11);
      list.append(drop);
    }
  }

  week.addEventListener('pointerdown', (event) => {
    const plan = event.target.closest('.plan');
    if (plan && isGrid() && event.button === 0) {
      drag = { plan, x: event.clientX, y: event.clientY, at: '', grip: event.clientY - plan.getBoundingClientRect().top };
    }
  });
  document.addEventListener('pointermove', (event) => {
    if (!drag) {
      return;
    }
    if (!drag.plan.classList.contains('dragged')) {
      if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < SLIP) {
        return;
      }
      drag.plan.classList.add('dragged');
      week.classList.add('dragging');
    }
    event.preventDefault();
    over(event);
    rolling.at(event);
  });
  document.addEventListener('pointerup', () => {
    if (!drag) {
      return;
    }
    const { plan, at } = drag;
    const from = plan.dataset.at;
    const moved = plan.classList.contains('dragged');
    end();
    if (moved) {
      // The press that ends a drag is no press on the link below it.
      const swallow = (event) => {
        event.preventDefault();
        event.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
      if (at && at !== from) {
        dropped(plan, from, at);
      }
    }
  });
  document.addEventListener('pointercancel', end);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && drag) {
      end();
    }
  });
  week.addEventListener('dragstart', (event) => event.preventDefault());
}

/** @param {(plan: HTMLElement, from: string, to: string) => void} dropped as above */
export function carryByKeys(dropped) {
  let carrying = null;

  function tell() {
    const at = carrying.plan.dataset.at;
    carried.textContent = say(isOver(at) ? 'there.over' : 'there', spokenDay(at), at.slice(11));
  }

  function move(minutes, byDays) {
    const at = carrying.plan.dataset.at;
    const index = Math.min(days.length - 1, Math.max(0, days.indexOf(dayOf(at)) + byDays));
    put(carrying.plan, `${days[index].dataset.date}T${hourOf(within(minuteOf(at) + minutes))}`);
    arrange();
    carrying.plan.scrollIntoView({ block: 'nearest' });
    tell();
  }

  function leave(keep) {
    const { plan, from } = carrying;
    const to = plan.dataset.at;
    plan.classList.remove('carried');
    carrying = null;
    if (!keep) {
      put(plan, from);
      arrange();
      carried.textContent = say('left', headlineOf(plan));
    } else if (to !== from) {
      dropped(plan, from, to);
    }
  }

  week.addEventListener('keydown', (event) => {
    const time = event.target.closest('button.time');
    if (!time || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const plan = time.closest('.plan');
    if (!carrying) {
      if (event.key === ' ') {
        event.preventDefault();
        carrying = { plan, from: plan.dataset.at };
        plan.classList.add('carried');
        carried.textContent = say('carried', headlineOf(plan), `${spokenDay(plan.dataset.at)}, ${plan.dataset.at.slice(11)}`);
      }
      return;
    }
    const far = event.shiftKey ? 60 : STEP;
    const keys = {
      ArrowUp: () => move(-far, 0),
      ArrowDown: () => move(far, 0),
      ArrowLeft: () => move(0, -1),
      ArrowRight: () => move(0, 1),
      ' ': () => leave(true),
      Enter: () => leave(true),
      Escape: () => leave(false),
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  // A button is pressed when Space is let go.
  week.addEventListener('keyup', (event) => {
    if (event.key === ' ' && event.target.closest('button.time')) {
      event.preventDefault();
    }
  });
  week.addEventListener('focusout', (event) => {
    if (carrying && event.relatedTarget && !carrying.plan.contains(event.relatedTarget)) {
      leave(false);
    }
  });
}
