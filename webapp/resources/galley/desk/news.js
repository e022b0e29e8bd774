/** Counts that stay true: over a socket that says when something changed, and without one by asking now and then. */

const desk = document.querySelector('.desk');
const { socket: address, counts: countsAt, queue } = desk.dataset;

/** Milliseconds. */
const ASK = 20000;
const ALIVE = 20000;
const SETTLED = 300;
const TRY_SOCKET = [1000, 5000, 15000, 30000];

const words = new Intl.NumberFormat('en');
const shown = new Map();
for (const link of desk.querySelectorAll('.queues [data-queue]')) {
  shown.set(link.dataset.queue, link.querySelector('.n').textContent.trim());
}
const before = shown.get(queue);

let asking = 0;
let settling = 0;
let tries = 0;

async function ask() {
  clearTimeout(asking);
  try {
    const answer = await fetch(countsAt, { headers: { 'X-Galley': '1', Accept: 'application/json' } });
    if (answer.ok) {
      show((await answer.json()).items);
    }
  } catch {
    // The next time may be better; what is shown was true when it was.
  }
  asking = setTimeout(ask, ASK);
}

/** @param {{queue: string, stories: number}[]} items */
function show(items) {
  for (const { queue: key, stories } of items) {
    const count = desk.querySelector(`.queues [data-queue="${key}"] .n`);
    const now = words.format(stories);
    if (count && count.textContent.trim() !== now) {
      count.textContent = now;
    }
    if (key === queue) {
      tell(now);
    }
  }
}

/** The list itself stays as it is under somebody's hands, and says that there is another one. @param {string} now */
function tell(now) {
  const news = desk.querySelector('[data-news]');
  const isOther = now !== before && desk.querySelector('.queues [aria-current]') !== null;
  if (isOther) {
    const text = news.querySelector('[data-news-text]');
    text.textContent = text.dataset.newsText;
  }
  news.hidden = !isOther;
}

function connect() {
  const url = new URL(address, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const line = new WebSocket(url);
  let alive = 0;
  line.addEventListener('open', () => {
    tries = 0;
    alive = setInterval(() => line.send('here'), ALIVE);
  });
  line.addEventListener('message', ({ data }) => {
    if (JSON.parse(data).desk) {
      // Many stories may change at once; one question is enough for all of them.
      clearTimeout(settling);
      settling = setTimeout(ask, SETTLED);
    }
  });
  line.addEventListener('close', () => {
    clearInterval(alive);
    setTimeout(connect, TRY_SOCKET[Math.min(tries++, TRY_SOCKET.length - 1)]);
  });
}

asking = setTimeout(ask, ASK);
connect();
