/** Draws the density meters: as the layout is, and as it would be with what somebody holds in the hand. */
import { say } from "galley/ads/card.js";
import { board, now, words } from "galley/ads/screen.js";

/** In percents with one decimal, as in the sentences of the checks. @param {number} share 0 to 1 */
const percent = share => Math.round(1000 * share) / 10;

/** @param {number} share @param {HTMLElement} meter */
const levelOf = (share, meter) => (share > Number(meter.dataset.limit) ? 'err' : share > Number(meter.dataset.warn) ? 'warn' : 'ok');

/** @param {Object<string, number>} shares by breakpoint */
function draw(shares) {
  for (const meter of document.querySelectorAll('#ads\\:rail [data-meter]')) {
    const share = shares[meter.dataset.meter] ?? 0;
    const limit = Number(meter.dataset.limit);
    const scale = Math.max(limit * 4 / 3, 0.01);
    meter.className = `meter ${levelOf(share, meter)}`;
    meter.querySelector('.track b').style.width = Math.min(100, 100 * share / scale) + '%';
    meter.querySelector('.track i').style.left = 100 * limit / scale + '%';
    const line = meter.querySelector('.num');
    line.textContent = say(line.dataset.words, percent(share), percent(limit));
  }
  for (const device of board.querySelectorAll('[data-device]')) {
    const line = device.querySelector('[data-share]');
    const share = shares[device.dataset.device];
    line.textContent = share === undefined ? '' : say(line.dataset.share, percent(share));
  }
}

/** Draws the meters as the layout is. */
export const drawMeters = () => draw(now().shares);

/**
 * The shares with a slot held over a gap.
 *
 * @param {import("galley/ads/screen.js").Shares} shares of the slot
 * @param {number} gap −1 for none
 * @param {number} last the gap below the text
 */
function heldShares(shares, gap, last) {
  const held = {...now().shares};
  if (gap >= 0) {
    for (const [breakpoint, [inText, outside]] of Object.entries(shares)) held[breakpoint] = gap === last ? outside : inText;
  }
  return held;
}

/** Draws the meters as they would be; see {@link heldShares}. */
export const holdMeters = (shares, gap, last) => draw(heldShares(shares, gap, last));

/** The shares that would change, in words; empty if none does. See {@link heldShares}. */
export function densityWords(shares, gap, last) {
  const held = heldShares(shares, gap, last);
  const changed = Object.entries(held).filter(([name, share]) => percent(share) !== percent(now().shares[name]));
  const said = changed.map(([name, share]) => {
    const device = board.querySelector(`[data-device="${CSS.escape(name)}"]`);
    return `${device?.dataset.name ?? name} ${percent(share)} %`;
  });
  return said.length ? say(words.density, said.join(', ')) : '';
}
