/** Rolling the week, and the page where an edge of the week is out of sight, while something is carried near such an edge. */

/** Pixels in a second. */
const PACE = 400;
/** Pixels from the edge; the names of the days lie over the upper one. */
const NEAR = 40;
/** Milliseconds of one picture at most: after a pause nothing jumps. */
const LONGEST = 50;

const week = document.querySelector('.week');
const bar = document.querySelector('body > header');

/** What of the week can be seen, from the top of the window. */
function seen() {
  const box = week.getBoundingClientRect();
  const top = Math.max(box.top, bar?.getBoundingClientRect().bottom ?? 0);
  return { box, top, bottom: Math.min(box.bottom, window.innerHeight) };
}

/** The page first, until the edge is in sight, then the week. @param {number} by pixels, down if positive */
function roll(by) {
  const { box, top, bottom } = seen();
  const before = window.scrollY;
  if (by > 0 ? box.bottom > bottom + 1 : box.top < top - 1) {
    window.scrollBy(0, by);
  }
  if (window.scrollY === before) {
    week.scrollTop += by;
  }
}

/**
 * @param {(event: PointerEvent) => void} moved called after each step with where the pointer is
 * @returns {{ at: (event: PointerEvent) => void, stop: () => void }} to be told of each move of the pointer, and of the end
 */
export function rollAtEdges(moved) {
  /** @type {PointerEvent | null} */
  let pointer = null;
  let frame = 0;
  let last = 0;
  /** Scrolling keeps whole pixels only. */
  let left = 0;

  function direction() {
    const { top, bottom } = seen();
    const head = week.querySelector('.day h2').offsetHeight;
    if (pointer.clientY > bottom - NEAR) {
      return 1;
    }
    return pointer.clientY < top + head + NEAR ? -1 : 0;
  }

  function step(now) {
    const way = direction();
    if (way === 0) {
      frame = 0;
      return;
    }
    left += (way * PACE * Math.min(LONGEST, now - last)) / 1000;
    last = now;
    const whole = Math.trunc(left);
    left -= whole;
    roll(whole);
    moved(pointer);
    frame = requestAnimationFrame(step);
  }

  return {
    at(event) {
      pointer = event;
      if (frame === 0 && direction() !== 0) {
        last = performance.now();
        left = 0;
        frame = requestAnimationFrame(step);
      }
    },
    stop() {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}
