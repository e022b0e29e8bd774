/** The bell in the bar: how much is unread, pushed over a socket, and asked for while there is none. */

/**
 * @typedef {object} Line
 * @property {number} id
 * @property {string} kind
 * @property {number | null} article
 * @property {string} subject
 * @property {string | null} actor
 * @property {string} at
 * @property {string | null} note
 * @property {string} path
 * @property {boolean} unread
 */

/** Milliseconds. A socket hears of this node alone, so others are asked of now and then all the same. */
const ASK = 15000;
const ASK_BESIDE_SOCKET = 60000;
const ALIVE = 20000;
const TRY_SOCKET = [1000, 5000, 15000, 30000];
const PATIENCE = 15000;
const SHOWN = 50;
/** They always have words, until somebody deletes the comment. */
const OF_COMMENTS = ['comment', 'mention'];

const bell = document.querySelector('[data-bell]');
if (bell) {
  ring(bell);
}

/** @param {HTMLElement} root */
function ring(root) {
  const words = JSON.parse(root.dataset.words);
  // An attribute without a value is not written, so at the root of a server the slash is all of it.
  const home = root.dataset.bell.replace(/\/$/, '');
  const button = root.querySelector('button');
  const count = root.querySelector('.count');
  const panel = root.querySelector('.bell-panel');
  const list = root.querySelector('[data-list]');
  const live = root.querySelector('[data-live]');
  const readAll = root.querySelector('[data-read-all]');
  let unread = Number(root.dataset.unread);
  let tries = 0;
  let open = false;
  let timer = 0;
  let signedOut = false;

  /** @param {string} path @param {object} [body] */
  async function call(path, body) {
    const response = await fetch(`${home}/api/v1/notifications${path}`, {
      credentials: 'same-origin',
      redirect: 'error',
      // The page may be left by the very click that is told of.
      ...(body ? {keepalive: true} : {signal: AbortSignal.timeout(PATIENCE)}),
      method: body ? 'POST' : 'GET',
      headers: {'X-Galley': '1', ...(body && {'Content-Type': 'application/json'})},
      ...(body && {body: JSON.stringify(body)})
    });
    if (response.status === 401 || response.status === 403) {
      signedOut = true;
    }
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    return response.json();
  }

  const say = (key, number) => words[key].replace('{0}', String(number));

  /** @param {number} now @param {boolean} tell whether more than before is worth a word */
  function show(now, tell) {
    if (tell && now > unread) {
      const more = now - unread;
      live.textContent = more === 1 ? words['bell.news.one'] : say('bell.news.many', more);
    }
    unread = now;
    count.textContent = now > 99 ? '99+' : String(now);
    count.hidden = now === 0;
    readAll.hidden = now === 0;
    button.setAttribute('aria-label', now === 0 ? words.bell : `${words.bell}, ${say('bell.unread', now)}`);
  }

  /** What was told again of the same kind is one line; comments say something of their own each. @param {Line[]} lines */
  function alike(lines) {
    /** @type {Map<string, Line[]>} */
    const kinds = new Map();
    for (const line of lines) {
      const key = OF_COMMENTS.includes(line.kind) ? String(line.id) : `${line.kind} ${line.path}`;
      kinds.set(key, [...(kinds.get(key) ?? []), line]);
    }
    return [...kinds.values()];
  }

  /** @param {Line[]} told of one kind, the last first */
  function item(told) {
    const [line] = told;
    const fresh = told.filter(one => one.unread).map(one => one.id);
    const li = document.createElement('li');
    li.className = fresh.length > 0 ? 'fresh' : '';
    const link = document.createElement('a');
    link.href = home + line.path;
    const what = words[`kind.${line.kind}`] ?? line.kind;
    const whole = line.actor ? words.by.replace('{0}', () => what).replace('{1}', () => line.actor) : what;
    link.textContent = told.length > 1 ? words.times.replace('{0}', () => whole).replace('{1}', String(told.length)) : whole;
    link.addEventListener('click', () => {
      if (fresh.length > 0) {
        call('/read', {ids: fresh}).catch(() => {});
      }
    });
    const time = document.createElement('time');
    time.dateTime = line.at;
    time.textContent = new Intl.DateTimeFormat('en-GB', {
      timeZone: root.dataset.zone, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit'
    }).format(new Date(line.at));
    li.append(link, ' ', time);
    if (!line.note && OF_COMMENTS.includes(line.kind)) {
      const gone = document.createElement('p');
      gone.className = 'said';
      gone.textContent = words['said.deleted'];
      li.append(gone);
    }
    if (line.note) {
      const note = document.createElement('p');
      note.className = 'said';
      note.dir = 'auto';
      note.textContent = line.note;
      li.append(note);
    }
    return li;
  }

  /** @param {Line[]} lines */
  function draw(lines) {
    /** @type {Map<string, Line[]>} */
    const groups = new Map();
    for (const line of lines) {
      const key = line.article === null ? line.path : String(line.article);
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
    list.replaceChildren(...[...groups.values()].map(told => {
      const group = document.createElement('section');
      group.className = told.some(line => line.unread) ? 'bell-group fresh' : 'bell-group';
      const title = document.createElement('h3');
      title.dir = 'auto';
      title.textContent = told[0].subject || words.untitled;
      const all = document.createElement('ul');
      all.append(...alike(told).map(item));
      group.append(title, all);
      return group;
    }));
    if (lines.length === 0) {
      const nothing = document.createElement('p');
      nothing.className = 'nothing';
      nothing.textContent = words['bell.empty'];
      list.append(nothing);
    }
  }

  async function fill() {
    try {
      const page = await call(`?limit=${SHOWN}`);
      draw(page.items);
      show(page.unread, false);
    } catch {
      const lost = document.createElement('p');
      lost.className = 'nothing';
      lost.textContent = words['bell.lost'];
      list.replaceChildren(lost);
    }
  }

  async function ask() {
    clearTimeout(timer);
    try {
      const answer = await call('/unread');
      const more = answer.unread !== unread;
      show(answer.unread, true);
      if (more && !panel.hidden) {
        await fill();
      }
    } catch {
      // It is asked again.
    }
    if (!signedOut) {
      clearTimeout(timer);
      timer = setTimeout(ask, open ? ASK_BESIDE_SOCKET : ASK);
    }
  }

  function connect() {
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${home}/live/notifications`);
    const alive = setInterval(() => open && socket.send('.'), ALIVE);
    socket.addEventListener('open', () => {
      open = true;
      tries = 0;
      ask();
    });
    socket.addEventListener('message', ask);
    socket.addEventListener('close', () => {
      clearInterval(alive);
      const was = open;
      open = false;
      if (!signedOut) {
        setTimeout(connect, TRY_SOCKET[Math.min(tries++, TRY_SOCKET.length - 1)]);
        if (was) {
          ask();
        }
      }
    });
  }

  /** @param {boolean} shown */
  function toggle(shown) {
    panel.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
    if (shown) {
      fill();
    }
  }

  button.addEventListener('click', () => toggle(panel.hidden));
  root.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !panel.hidden) {
      event.stopPropagation();
      toggle(false);
      button.focus();
    }
  });
  document.addEventListener('pointerdown', event => {
    if (!panel.hidden && !root.contains(/** @type {Node} */ (event.target))) {
      toggle(false);
    }
  });
  root.addEventListener('focusout', event => {
    if (event.relatedTarget && !root.contains(/** @type {Node} */ (event.relatedTarget))) {
      toggle(false);
    }
  });
  readAll.addEventListener('click', async () => {
    try {
      await call('/read', {all: true});
      await fill();
      button.focus();
      live.textContent = words['bell.none'];
    } catch {
      live.textContent = words['bell.lost'];
    }
  });

  show(unread, false);
  connect();
  timer = setTimeout(ask, ASK);
}
