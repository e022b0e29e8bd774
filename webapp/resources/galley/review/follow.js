/**
 * Keeps a review that stays open true: when the story moves, its text or a comment changes, what is shown of that is asked for anew.
 * What somebody types, and the comparison that they read, stay as they are.
 */

/** Milliseconds. */
const ALIVE = 20000;
const ASK = 20000;
const ASK_BESIDE_SOCKET = 60000;
const SETTLED = 250;
const TRY_SOCKET = [1000, 5000, 15000, 30000];

/** What follows the story, by its id; and the dialogs, while nobody is at them. */
const PARTS = ['heading', 'standing', 'checks', 'checklist:items', 'decision:steps'];
const DIALOGS = 'dialogs';
/** What an answer that is another page puts in the place of this one. */
const WHOLE = 'jakarta.faces.ViewRoot';

const form = document.getElementById('follow');
const heard = document.querySelector('[data-heard]');
const client = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36).padStart(2, '0')).join('');

let settling = 0;
let asking = 0;
let tries = 0;
let hears = false;
let version = Number(form.elements.namedItem('shownVersion').value);
let comments = '';
let running = false;
let again = false;
let lost = false;
let renewed = false;

/** What a screen reader is told of the story's standing. */
const said = () =>
  [...document.querySelectorAll('#standing [data-say]')].map((part) => part.textContent.replace(/\s+/g, ' ').trim()).join(' ');

/** Somebody who chose or typed something in a dialog keeps it. */
const isDialogUsed = () =>
  [...document.querySelectorAll('#dialogs dialog')].some(
    (dialog) => dialog.open || [...dialog.querySelectorAll('textarea')].some((field) => field.value !== field.defaultValue),
  );

/** The page cannot ask any more; nothing is taken from it. */
function lose() {
  lost = true;
  clearTimeout(asking);
  const note = document.querySelector('[data-lost]');
  note.hidden = false;
  note.querySelector('span').textContent = note.dataset.lost;
}

/** Whether an answer has the part of that id. @param {Document} answer @param {string} id */
const has = (answer, id) => [...answer.querySelectorAll('update')].some((update) => update.id === id);

/** What is as it was, and what somebody is at by now, is left out, so that nothing moves under a hand. @param {Document} answer */
function spare(answer) {
  for (const update of answer.querySelectorAll('update')) {
    const shown = document.getElementById(update.id);
    const fresh = document.createElement('template');
    fresh.innerHTML = update.textContent;
    if (shown && (fresh.content.firstElementChild?.isEqualNode(shown) || (update.id === DIALOGS && isDialogUsed()))) {
      update.remove();
    }
  }
}

/** The folds that are open, by their titles. @returns {string[]} */
const unfolded = () => [...document.querySelectorAll('#decision details[open] > summary')].map((title) => title.textContent);

/** @param {string[]} titles */
function unfold(titles) {
  for (const title of document.querySelectorAll('#decision details:not([open]) > summary')) {
    if (titles.includes(title.textContent)) {
      title.parentElement.setAttribute('open', '');
    }
  }
}

/** Other pages of the same session pushed this one out of the server's memory: it goes on with a view of its own. */
async function renew() {
  if (renewed) {
    lose();
    return;
  }
  renewed = true;
  const { freshView } = await import(form.dataset.fresh);
  await freshView();
  soon();
}

function look() {
  if (lost) {
    return;
  }
  if (running) {
    again = true;
    return;
  }
  clearTimeout(settling);
  clearTimeout(asking);
  running = true;
  const before = said();
  const folds = unfolded();
  const focused = document.activeElement;
  const within = focused?.closest(PARTS.map((id) => `#${CSS.escape(id)}`).join(','));
  window.PrimeFaces.ab({
    s: 'follow:look',
    f: 'follow',
    p: 'follow:look',
    u: [...PARTS, DIALOGS].join(' '),
    g: false,
    onsu(answer) {
      if (has(answer, 'standing')) {
        renewed = false;
        spare(answer);
        return false;
      }
      if (has(answer, WHOLE)) {
        renew();
      } else {
        lose();
      }
      return true;
    },
    onco() {
      running = false;
      unfold(folds);
      if (within && !focused.isConnected && document.activeElement === document.body) {
        document.getElementById(focused.id)?.focus();
        if (document.activeElement === document.body) {
          document.getElementById('standingTitle').focus();
        }
      }
      const now = said();
      if (now !== before) {
        heard.textContent = heard.dataset.heard.replace('{0}', () => now);
      }
      askLater();
      if (again) {
        again = false;
        soon();
      }
    },
  });
}

function soon() {
  clearTimeout(settling);
  settling = setTimeout(look, SETTLED);
}

/** Without a socket, and for what a socket missed. */
function askLater() {
  clearTimeout(asking);
  if (!lost) {
    asking = setTimeout(() => (document.hidden ? askLater() : look()), hears ? ASK_BESIDE_SOCKET : ASK);
  }
}

function connect() {
  if (lost) {
    return;
  }
  const url = new URL(form.dataset.socket, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  /** @type {WebSocket} */
  let line;
  try {
    line = new WebSocket(url);
  } catch {
    // Some places allow none; the page asks.
    return;
  }
  const say = () => line.send(JSON.stringify({ client, watching: true }));
  let alive = 0;
  line.addEventListener('open', () => {
    alive = setInterval(say, ALIVE);
    hears = true;
    say();
    if (tries > 0) {
      // What happened while nobody was heard.
      document.dispatchEvent(new Event('galley:comments'));
      soon();
    }
    tries = 0;
  });
  line.addEventListener('message', ({ data }) => {
    const news = JSON.parse(data);
    if (news.comments && news.comments !== comments) {
      comments = news.comments;
      document.dispatchEvent(new Event('galley:comments'));
    }
    if (news.version > version || news.moved) {
      version = Math.max(version, news.version ?? 0);
      soon();
    }
  });
  line.addEventListener('close', () => {
    clearInterval(alive);
    hears = false;
    askLater();
    setTimeout(connect, TRY_SOCKET[Math.min(tries++, TRY_SOCKET.length - 1)]);
  });
}

// The comments beside the text are others now, by whomever: they may bar an approval.
document.addEventListener('galley:commented', soon);
window.addEventListener('online', soon);
document.addEventListener('visibilitychange', () => !document.hidden && soon());
askLater();
connect();
