/** Who else is here: over a socket, and while there is none, by asking every few seconds. */
import { Refusal } from "galley/write/wire.js";

/**
 * @typedef {object} Person
 * @property {string} client
 * @property {string} username
 * @property {string} name
 * @property {string} initials
 * @property {string | null} block
 *
 * @typedef {object} Surroundings
 * @property {string} address of the socket
 * @property {string} client names this page
 * @property {ReturnType<typeof import("galley/write/wire.js").wire>} wire
 * @property {() => string | null} where id of the block that this person is in
 * @property {(people: Person[]) => void} met
 * @property {(version: number) => void} news
 * @property {(mark: string | null) => void} commented when the comments last changed; null if that may be any time
 * @property {() => void} moved the story may stand elsewhere on the desk
 * @property {(reached: boolean, signedOut: boolean) => void} reached whether the server answers
 */

/** Milliseconds. */
const ASK = 2500;
const ASK_HIDDEN = 20000;
const ALIVE = 20000;
const MOVED = 300;
const TRY_SOCKET = [1000, 5000, 15000, 30000];

/** @param {Surroundings} around */
export function people({ address, client, wire, where, met, news, commented, moved, reached }) {
  /** @type {WebSocket | null} */
  let socket = null;
  let open = false;
  /** Whether something may have been missed before the socket was there. */
  let fresh = false;
  let tries = 0;
  let asking = 0;
  let trying = 0;
  let moving = 0;
  let ended = false;
  let said = "";

  const say = () => {
    const message = JSON.stringify({ client, block: where() });
    said = message;
    socket.send(message);
  };

  function connect() {
    clearTimeout(trying);
    if (socket || ended) {
      return;
    }
    try {
      socket = new WebSocket(address);
    } catch {
      lost();
      return;
    }
    socket.addEventListener("open", () => {
      open = true;
      fresh = true;
      tries = 0;
      clearTimeout(asking);
      say();
      reached(true, false);
    });
    socket.addEventListener("message", ({ data }) => {
      const message = JSON.parse(data);
      if (fresh || message.comments) {
        fresh = false;
        commented(message.comments ?? null);
      }
      if (message.moved) {
        moved();
      }
      if (message.people) {
        met(message.people);
      }
      if (message.version) {
        news(message.version);
      }
    });
    socket.addEventListener("close", lost);
  }

  function lost() {
    socket = null;
    open = false;
    if (!ended) {
      clearTimeout(trying);
      trying = setTimeout(connect, TRY_SOCKET[Math.min(tries++, TRY_SOCKET.length - 1)]);
      ask();
    }
  }

  async function ask() {
    clearTimeout(asking);
    if (ended) {
      return;
    }
    try {
      const answer = await wire.here({ client, block: where() });
      reached(true, false);
      met(answer.people);
      news(answer.version);
      commented(answer.comments);
    } catch (problem) {
      if (!(problem instanceof Refusal)) {
        throw problem;
      }
      reached(!problem.isOffline, problem.status === 401);
    }
    clearTimeout(asking);
    if (!open) {
      asking = setTimeout(ask, document.hidden ? ASK_HIDDEN : ASK);
    }
  }

  setInterval(() => open && say(), ALIVE);

  connect();
  ask();
  return {
    /** This person may be in another block. */
    moved() {
      moving ||= setTimeout(() => {
        moving = 0;
        if (open && JSON.stringify({ client, block: where() }) !== said) {
          say();
        }
      }, MOVED);
    },
    /** The network or the session is back. */
    again() {
      tries = 0;
      clearTimeout(trying);
      if (socket) {
        ask();
      } else {
        connect();
        ask();
      }
    },
    leave() {
      ended = true;
      clearTimeout(asking);
      clearTimeout(trying);
      if (open) {
        socket.close();
      } else {
        wire.here({ client, gone: true }).catch(() => {});
      }
    },
    /** The page was taken out of the browser's memory again. */
    comeBack() {
      ended = false;
      connect();
      ask();
    },
  };
}
