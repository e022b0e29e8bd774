/**
 * Turns the ad places of a reader's page into slots of Google Publisher Tags (GPT).
 *
 * It is added to a page only where an installation has switched it on. Whatever happens, nothing on the page moves: an ad comes into
 * the room that the page keeps free for it, and a place is given up only while it is far below what the reader sees. Without this
 * script, and when GPT does not come, the page is what it was: a quiet box, or the house ad.
 *
 * @typedef {{ aside: HTMLElement, place: HTMLElement, box: HTMLElement }} Asked
 */

const own = document.getElementById('ad-code');
const { network, script, privacy } = own.dataset;

/** How far below the window an ad is asked for, so that it is there when the reader comes. */
const NEAR = '0px 0px 200% 0px';

/** How far below the window, in parts of its height, a place must be to be given up without the reader seeing it. */
const FAR = 0.25;

/** Out of the flow and out of reach until the ad is there, as GPT gives it its size before that. */
const WAITING = { position: 'absolute', insetInlineStart: '0', top: '0', visibility: 'hidden', lineHeight: '0' };

/** @type {Map<object, Asked>} by GPT's slot */
const asked = new Map();

/**
 * The unit as GPT wants it: a path that begins with a network's code is whole, any other is one of ours.
 *
 * @param {string} path
 */
function unit(path) {
  return /^\/\d/.test(path) ? path : `/${network}/${path.replace(/^\/+/, '')}`;
}

/**
 * The sizes at each width of the window, the widest first; at this window's width only those for which the page keeps room.
 *
 * @param {HTMLElement} aside
 * @returns {[[number, number], [number, number][]][]}
 */
function mapping(aside) {
  const label = aside.querySelector('.ad-label')?.getBoundingClientRect().height ?? 0;
  const room = Number.parseFloat(getComputedStyle(aside).minHeight) - label;
  const all = JSON.parse(aside.dataset.adSizeMapping);
  const here = all.find(([[width]]) => window.innerWidth >= width);
  return all.map((step) => (step === here ? [step[0], step[1].filter(([, height]) => height <= room)] : step));
}

/**
 * Asks for an ad.
 *
 * @param {object} gpt
 * @param {HTMLElement} aside
 */
function ask(gpt, aside) {
  const steps = mapping(aside);
  const sizes = steps.flatMap(([, fitting]) => fitting);
  if (sizes.length === 0) {
    return;
  }
  const place = aside.querySelector('.ad-place');
  const box = document.createElement('div');
  box.id = `${aside.id}-box`;
  box.inert = true;
  Object.assign(box.style, WAITING);
  place.style.position = 'relative';
  place.append(box);
  const slot = gpt.defineSlot(unit(aside.dataset.adUnit), sizes, box.id);
  if (!slot) {
    box.remove();
    return;
  }
  const builder = gpt.sizeMapping();
  steps.forEach(([window, fitting]) => builder.addSize(window, fitting));
  slot.defineSizeMapping(builder.build());
  Object.entries(JSON.parse(aside.dataset.adTargeting ?? '{}')).forEach(([key, value]) => slot.setTargeting(key, value));
  slot.addService(gpt.pubads());
  asked.set(slot, { aside, place, box });
  aside.dataset.adState = 'asked';
  gpt.display(box.id);
}

/** @param {Asked} one */
function fill({ aside, place, box }) {
  // The box itself stays where it is: a frame that is moved loads again.
  [...place.childNodes].filter((node) => node !== box).forEach((node) => node.remove());
  Object.assign(box.style, { position: '', visibility: '' });
  box.inert = false;
  aside.dataset.adState = 'filled';
}

/** @param {Asked} one */
function leave({ aside, place, box }) {
  box.remove();
  aside.dataset.adState = 'empty';
  const house = place.textContent.trim() !== '' || place.querySelector('img') !== null;
  if (!house && aside.getBoundingClientRect().top > window.innerHeight * (1 + FAR)) {
    aside.style.display = 'none';
    aside.dataset.adState = 'collapsed';
  }
}

/** @param {object} gpt */
function settle(gpt, event) {
  const one = asked.get(event.slot);
  if (!one) {
    return;
  }
  if (event.isEmpty) {
    asked.delete(event.slot);
    gpt.destroySlots([event.slot]);
    leave(one);
  } else {
    fill(one);
  }
}

/** @param {HTMLElement[]} asides */
function begin(asides) {
  const gpt = window.googletag;
  const ads = gpt.pubads();
  // Ads run in frames of another site: the page's policy does not hold there, nor can they reach the page.
  ads.setForceSafeFrame(true);
  if (privacy === 'limited') {
    ads.setPrivacySettings({ limitedAds: true });
  } else if (privacy === 'non-personalised') {
    ads.setPrivacySettings({ nonPersonalizedAds: true });
  }
  ads.addEventListener('slotRenderEnded', (event) => settle(gpt, event));
  gpt.enableServices();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) {
          watch.unobserve(target);
          ask(gpt, target);
        }
      }
    },
    { rootMargin: NEAR },
  );
  for (const aside of asides) {
    // A place that is hidden at this width is asked for when a wider window shows it.
    if (aside.dataset.adLoading === 'eager' && aside.getClientRects().length > 0) {
      ask(gpt, aside);
    } else {
      watch.observe(aside);
    }
  }
}

const asides = [...document.querySelectorAll('.ad-slot[data-ad-unit]')];
if (asides.length > 0) {
  window.googletag ??= {};
  window.googletag.cmd ??= [];
  window.googletag.cmd.push(() => begin(asides));
  const tags = document.createElement('script');
  tags.src = script;
  tags.async = true;
  tags.addEventListener('error', () => {
    own.dataset.state = 'failed';
  });
  document.head.append(tags);
}
