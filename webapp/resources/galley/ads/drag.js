/**
 * Carries a slot's card by mouse, pen or finger. What may be dropped where, and what a drop does, is the hand's to say.
 *
 * @typedef {{board: HTMLElement, gaps: Map<string, Map<number, HTMLElement>>, openDevices: () => HTMLElement[],
 *   isBusy: () => boolean}} Board
 * @typedef {{take: (id: string) => string, point: (gap: number, device?: string) => void, at: () => number,
 *   refusal: () => string, cancel: () => void, drop: () => void, tap: (id: string) => void, explain: (name: string, refusal: string) => void}} Hand
 *   refusal says why the gap that is pointed at takes no slot; it is empty where it does, and where nothing is pointed at
 */

/** The number of the gap nearest to a height of the window. @param {Map<number, HTMLElement>} found @param {number} y */
function nearest(found, y) {
  let low = 0;
  let high = found.size - 1;
  const middle = gap => { const box = found.get(gap).getBoundingClientRect(); return box.top + box.height / 2; };
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if (middle(half) < y) low = half; else high = half;
  }
  return Math.abs(middle(low) - y) <= Math.abs(middle(high) - y) ? low : high;
}

/**
 * Starts to watch a press on a slot's card; the carrying begins when the hand has moved by a few pixels.
 *
 * @param {PointerEvent} down
 * @param {string} id of the slot
 * @param {Board} on
 * @param {Hand} hand
 */
export function startDrag(down, id, {board, gaps, openDevices, isBusy}, hand) {
  const from = {x: down.clientX, y: down.clientY};
  let ghost = null;
  let scroll = 0;
  let last = down;
  let name = '';

  const move = event => {
    last = event;
    if (!ghost) {
      // Where it may go is known once the server has answered what was asked before.
      if (isBusy() || !board.querySelector(`[data-slot="${CSS.escape(id)}"]`)) return;
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) < 5) return;
      name = hand.take(id);
      ghost = document.createElement('div');
      ghost.className = 'ghost';
      ghost.append('⠿ ' + name, document.createElement('span'));
      board.classList.add('by-hand');
      document.body.append(ghost);
      scroll = requestAnimationFrame(roll);
    }
    hold();
  };
  const hold = () => {
    const device = openDevices().find(one => {
      const box = one.getBoundingClientRect();
      return last.clientX >= box.left - 18 && last.clientX <= box.right + 18;
    });
    if (device) {
      hand.point(nearest(gaps.get(device.dataset.device), last.clientY), device.dataset.device);
    } else {
      hand.point(-1);
    }
    ghost.lastChild.textContent = hand.refusal();
    ghost.classList.toggle('bad', hand.refusal() !== '');
    // Beside the hand, and all of it in the window.
    const x = Math.max(4, Math.min(last.clientX + 12, innerWidth - ghost.offsetWidth - 4));
    const y = Math.max(4, Math.min(last.clientY + 8, innerHeight - ghost.offsetHeight - 4));
    ghost.style.transform = `translate(${x}px, ${y}px)`;
  };
  // Near an edge the board rolls on under the hand.
  const roll = () => {
    const box = board.getBoundingClientRect();
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    const by = last.clientY < top + 56 ? -12 : last.clientY > bottom - 56 ? 12 : 0;
    if (by) {
      const before = board.scrollTop;
      board.scrollTop += by;
      if (board.scrollTop === before) scrollBy(0, by);
      hold();
    }
    scroll = requestAnimationFrame(roll);
  };
  const end = letBe => {
    removeEventListener('pointermove', move);
    removeEventListener('pointerup', up);
    removeEventListener('pointercancel', stop);
    removeEventListener('keydown', key, true);
    cancelAnimationFrame(scroll);
    if (!ghost) {
      if (!letBe) hand.tap(id);
      return;
    }
    ghost.remove();
    board.classList.remove('by-hand');
    const refusal = hand.refusal();
    if (letBe || hand.at() < 0) {
      hand.cancel();
    } else if (refusal) {
      hand.cancel();
      hand.explain(name, refusal);
    } else {
      hand.drop();
    }
  };
  const up = () => end(false);
  const stop = () => end(true);
  const key = event => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); end(true); } };
  addEventListener('pointermove', move);
  addEventListener('pointerup', up);
  addEventListener('pointercancel', stop);
  addEventListener('keydown', key, true);
}
