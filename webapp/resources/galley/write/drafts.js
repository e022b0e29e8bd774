/**
 * Text that the server does not have yet, kept in the browser: one entry for each open page. An entry whose page is gone is
 * offered to the same person when they come back.
 */

/**
 * @typedef {object} Draft
 * @property {string} key
 * @property {number} article
 * @property {string} client the page that it is of
 * @property {string} username
 * @property {number} version that it started from
 * @property {object} patch as for an autosave
 * @property {import("galley/write/collisions.js").Collision[]} collisions that were not chosen yet
 * @property {Array<{ id: string, after: string | null }>} [slots] where ad slots were moved to
 * @property {boolean} save whether a revision is to be made of it
 * @property {number} at milliseconds since 1970
 */

const DATABASE = "galley";
const STORE = "drafts";
/** Milliseconds; after a month nobody misses it. */
const KEPT = 30 * 24 * 3600 * 1000;

/** @type {Promise<IDBDatabase> | null} */
let opened = null;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  // What failed once is tried anew, and not held against the browser for as long as the page is open.
  opened.catch(() => (opened = null));
  return opened;
}

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} act @returns {Promise<T>} */
async function within(mode, act) {
  const store = (await database()).transaction(STORE, mode).objectStore(STORE);
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const keyOf = (article, client) => `${article} ${client}`;
const lockOf = (client) => `galley-page-${client}`;

/** Keeps a lock for as long as this page is open, by which other pages see that it is. @param {string} client */
export function stayAlive(client) {
  navigator.locks?.request(lockOf(client), () => new Promise(() => {})).catch(() => {});
}

async function alive() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return new Set(held.map((lock) => lock.name));
}

/**
 * Some browsers keep no drafts, in private windows or for want of room: then none are found, and whoever wants to keep one hears
 * that it was not.
 *
 * @template T @param {Promise<T>} work @param {T} otherwise @returns {Promise<T>}
 */
const orElse = (work, otherwise) => work.catch(() => otherwise);

/** @param {Omit<Draft, "key">} draft @returns {Promise<boolean>} whether it is kept */
export const keepDraft = (draft) =>
  orElse(
    within("readwrite", (store) => store.put({ ...draft, key: keyOf(draft.article, draft.client) })).then(() => true),
    false,
  );

/** @param {number} article @param {string} client */
export const dropDraft = (article, client) =>
  orElse(
    within("readwrite", (store) => store.delete(keyOf(article, client))).then(() => true),
    false,
  );

/**
 * What this person left behind in this article, the newest first.
 *
 * @param {number} article
 * @param {string} username
 * @param {() => void} again called when a page that is still open, or only just closing, is gone
 */
export async function leftBehind(article, username, again) {
  /** @type {Draft[]} */
  const all = await orElse(
    within("readonly", (store) => store.getAll()),
    [],
  );
  const old = Date.now() - KEPT;
  all.filter((draft) => draft.at < old).forEach((draft) => dropDraft(draft.article, draft.client));
  const pages = await orElse(alive(), new Set());
  const own = all.filter((draft) => draft.article === article && draft.username === username && draft.at >= old);
  own
    .filter((draft) => pages.has(lockOf(draft.client)))
    .forEach((draft) => navigator.locks.request(lockOf(draft.client), again).catch(() => {}));
  return own
    .filter((draft) => !pages.has(lockOf(draft.client)))
    .sort((a, b) => b.at - a.at);
}
