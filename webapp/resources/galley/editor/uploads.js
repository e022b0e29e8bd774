/**
 * Sends pictures to the server, one for each place that waits for one. What cannot be sent now waits in the browser, over a closed
 * page too; what the server does not take stays in its place with the reason, until somebody chooses another.
 */
import { fill } from "galley/words.js";

/**
 * @typedef {object} Upload
 * @property {File} file
 * @property {string} preview address of the file in this browser
 * @property {"sending" | "waiting" | "refused"} state
 * @property {number} part of it that is sent, 0 to 1
 * @property {string} said what is wrong
 *
 * @typedef {(key: string, src: string) => boolean} Place puts a picture where it belongs; false if that place is gone
 */

const DATABASE = "galley-pictures";
const STORE = "waiting";
const MEBIBYTE = 1048576;
const MILLION = 1000000;
/** Milliseconds. */
const AGAIN = 10000;
const PATIENCE = 180000;
const KEPT = 30 * 24 * 3600 * 1000;

/** @template T @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest<T>} act @returns {Promise<T | null>} */
async function within(mode, act) {
  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  try {
    const open = indexedDB.open(DATABASE, 1);
    open.onupgradeneeded = () => open.result.createObjectStore(STORE, { keyPath: "key" });
    const database = await done(open);
    try {
      return await done(act(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    // A browser that keeps nothing still sends while the page is open.
    return null;
  }
}

/**
 * @param {object} around
 * @param {string} around.root the application's path
 * @param {number} around.maxBytes
 * @param {Record<string, string>} around.messages
 */
export function uploadsOf({ root, maxBytes, messages }) {
  /** @type {Map<string, Upload>} */
  const all = new Map();
  /** @type {Map<string, Set<() => void>>} */
  const listeners = new Map();
  /** @type {Place[]} */
  const places = [];
  /** @type {{ article: number, username: string } | null} */
  let owner = null;
  let timer = 0;

  const tooLarge = (bytes) => fill(messages["image.tooLarge"], Math.floor(bytes / MEBIBYTE));

  /** Why a picture was not taken; the server's own words where they say more than the code does. @param {Record<string, any>} problem @param {number} status */
  const reasonOf = (problem, status) => {
    if (problem.code === "too-many-bytes") {
      return tooLarge(problem.maxBytes);
    }
    const known = messages[`image.refused.${problem.code}`];
    return known ? fill(known, Math.floor((problem.maxPixels ?? 0) / MILLION)) : String(problem.detail ?? problem.title ?? status);
  };

  const tell = (key) => listeners.get(key)?.forEach((listener) => listener());
  const keyOf = (key) => `${owner.article} ${key}`;

  const forget = (key) => {
    const upload = all.get(key);
    if (upload) {
      URL.revokeObjectURL(upload.preview);
      all.delete(key);
    }
    if (owner) {
      within("readwrite", (store) => store.delete(keyOf(key)));
    }
  };

  /** @param {string} key @param {Partial<Upload>} change */
  const set = (key, change) => {
    Object.assign(all.get(key), change);
    tell(key);
  };

  const wait = (key, said) => {
    set(key, { state: "waiting", part: 0, said });
    clearTimeout(timer);
    timer = setTimeout(again, AGAIN);
  };

  const send = (key) => {
    const upload = all.get(key);
    const request = new XMLHttpRequest();
    request.open("POST", `${root}/api/v1/media`);
    request.timeout = PATIENCE;
    request.responseType = "json";
    request.setRequestHeader("X-Galley", "1");
    if (owner) {
      request.setRequestHeader("X-Galley-Person", encodeURIComponent(owner.username));
    }
    request.setRequestHeader("Content-Type", upload.file.type || "application/octet-stream");
    request.upload.onprogress = (event) => all.get(key) === upload && set(key, { part: event.loaded / event.total });
    request.onloadend = () => {
      if (all.get(key) !== upload) {
        return;
      }
      const { status, response } = request;
      if (status === 201 && response) {
        places.some((place) => place(key, response.src));
        forget(key);
        tell(key);
      } else if (status === 401) {
        wait(key, messages["image.signedOut"]);
      } else if (!response || status === 0 || status >= 500) {
        wait(key, messages["image.offline"]);
      } else {
        set(key, { state: "refused", said: reasonOf(response, status) });
      }
    };
    set(key, { state: "sending", part: 0, said: "" });
    request.send(upload.file);
  };

  function again() {
    [...all].filter(([, upload]) => upload.state === "waiting").forEach(([key]) => send(key));
  }
  window.addEventListener("online", again);

  /** @param {string} key @param {File} file */
  const take = (key, file) => {
    forget(key);
    all.set(key, { file, preview: URL.createObjectURL(file), state: "sending", part: 0, said: "" });
  };

  return {
    root,
    /** @param {string} key @returns {Upload | undefined} */
    at: (key) => all.get(key),
    /** @param {string} key of the place @param {File} file */
    start(key, file) {
      take(key, file);
      if (file.size > maxBytes) {
        set(key, { state: "refused", said: tooLarge(maxBytes) });
        return;
      }
      if (owner) {
        const entry = { key: keyOf(key), place: key, ...owner, file, at: Date.now() };
        within("readwrite", (store) => store.put(entry));
      }
      send(key);
    },
    again,
    /** Gives up what was not taken. @param {string} key */
    drop(key) {
      forget(key);
      tell(key);
    },
    /** @param {string} key @param {() => void} listener @returns {() => void} ends it */
    listen(key, listener) {
      const set = listeners.get(key) ?? new Set();
      listeners.set(key, set.add(listener));
      return () => set.delete(listener);
    },
    /** @param {Place} place */
    placing: (place) => places.push(place),
    /**
     * Pictures outlive the page from now on; those of an earlier page of this person are sent as soon as their place is there.
     *
     * @param {{ article: number, username: string }} who
     * @param {(key: string) => boolean} waits whether a place is there and has no picture
     * @returns {Promise<() => void>} looks again for places
     */
    async belongTo(who, waits) {
      owner = who;
      const entries = (await within("readonly", (store) => store.getAll())) ?? [];
      const old = Date.now() - KEPT;
      entries.filter((one) => one.at < old).forEach((one) => within("readwrite", (store) => store.delete(one.key)));
      let left = entries.filter((one) => one.article === who.article && one.username === who.username && one.at >= old);
      const look = () => {
        left = left.filter((one) => {
          const found = waits(one.place) && !all.has(one.place);
          if (found) {
            all.set(one.place, { file: one.file, preview: URL.createObjectURL(one.file), state: "sending", part: 0, said: "" });
            send(one.place);
          }
          return !found;
        });
      };
      look();
      return look;
    },
  };
}
