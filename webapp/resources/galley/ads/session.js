/**
 * The session of the page: notices when it ends, asks for the password in place, and gives the page's form the view of the new one.
 * Tells also when somebody else saved something.
 */
import { root } from "galley/ads/screen.js";
import { freshView } from "galley/write/freshView.js";
import { people } from "galley/write/people.js";
import { signIn } from "galley/write/signIn.js";
import { Refusal, wire } from "galley/write/wire.js";

const {article, root: path, username, session, words} = JSON.parse(root.dataset.live);
const client = [...crypto.getRandomValues(new Uint8Array(12))].map(byte => byte.toString(36).padStart(2, '0')).join('');

let renewed = false;
/** @type {() => void} */
let signedIn = () => {};
/** @type {(version: number) => void} */
let heard = () => {};

const calls = wire(path, article, username, session, () => renewal.begin());

const dialog = signIn({
  wire: calls,
  username,
  words,
  done() {
    others.again();
    signedIn();
  }
});

/** Whether the form belongs to a new session, which does not know what was arranged in the old one. */
export const isRenewed = () => renewed;

export const renewal = {
  /** Begins anew with the view of whatever session there is, as the server knows the page's no more. */
  async begin() {
    await freshView();
    renewed = true;
  },
  /** The new session knows it now. */
  done() { renewed = false; }
};

/** @param {() => void} what is done once somebody has signed in again */
export function onSignedIn(what) { signedIn = what; }

/** @param {(version: number) => void} what hears of the version that is stored now */
export function onNews(what) {
  heard = what;
  if (latest) what(latest);
}

/** Asks whether the session has ended, and if so for the password. @returns {Promise<boolean>} */
export async function isEnded() {
  try {
    await calls.here({client, block: null});
    return false;
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    if (problem.status !== 401) return false;
    dialog.needed();
    dialog.open();
    return true;
  }
}

let latest = 0;

const others = people({
  address: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${path}/live/${article}?person=${encodeURIComponent(username)}`,
  client,
  wire: calls,
  where: () => null,
  met() {},
  commented() {},
  moved() {},
  news(version) {
    latest = version;
    heard(version);
  },
  reached(there, signedOut) {
    if (signedOut) dialog.open();
  }
});

addEventListener('pagehide', () => others.leave());
addEventListener('pageshow', event => { if (event.persisted) others.comeBack(); });
