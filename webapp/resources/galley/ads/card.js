/**
 * Draws a slot as it stands in a proof.
 *
 * @typedef {{id: string, name: string, definition: string, label: string, gap: number, pinned: boolean, state: string,
 *   where: string, rooms: Object<string, {height: number, size: string}>, before: Object<string, string>, targets?: number[],
 *   shares?: Object<string, [number, number]>}} Slot
 */

/** @param {string} pattern with {0}, {1}, … @param {...(string|number)} values */
export const say = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i] ?? '');

/**
 * A card is a button for who may place ads, and a group to read for everybody else.
 *
 * @param {Slot} slot @param {string} device @param {boolean} mayPlace @param {Object<string, string>} words
 * @param {string} [mark] what a proposal that is shown makes of it
 */
export function slotCard(slot, device, mayPlace, words, mark) {
  const el = document.createElement('div');
  const room = slot.rooms[device];
  el.className = 'slot ' + slot.state + (room ? '' : ' unshown') + (slot.pinned ? ' pinned' : '') + (mark ? ' proposed' : '');
  el.dataset.slot = slot.id;
  const how = slot.pinned ? words.pinned : words.automatic;
  el.tabIndex = 0;
  el.setAttribute('role', mayPlace ? 'button' : 'group');
  const head = document.createElement('span');
  head.className = 'slot-name';
  const grip = document.createElement('i');
  grip.setAttribute('aria-hidden', 'true');
  grip.textContent = mayPlace ? '⠿ ' : '';
  head.append(grip, [slot.name, how, mark].filter(Boolean).join(' · '));
  const foot = document.createElement('span');
  foot.className = 'slot-foot';
  foot.textContent = room
    ? [[room.size.replace('x', '×'), say(words.reserved, room.height)].filter(Boolean).join(', '), slot.before[device]].filter(Boolean).join(' · ')
    : words.hidden;
  const label = document.createElement('span');
  label.className = 'slot-label';
  label.textContent = slot.label;
  const heard = document.createElement('span');
  heard.className = 'heard';
  heard.textContent = say(mayPlace ? words.card : words.cardRead, slot.where);
  el.append(head, label, foot, heard);
  if (room) el.style.height = room.height + 'px';
  return el;
}
