/** Asks for the password in place when the session has ended; the page and all that was typed stay as they are. */
import { reasonOf } from "galley/write/refusals.js";
import { Refusal } from "galley/write/wire.js";

/** Milliseconds without a key. */
const QUIET = 1000;

/**
 * @param {object} around
 * @param {ReturnType<typeof import("galley/write/wire.js").wire>} around.wire
 * @param {string} around.username
 * @param {Record<string, string>} around.words
 * @param {() => void} around.done the session is there again
 */
export function signIn({ wire, username, words, done }) {
  /** @type {HTMLDialogElement} */
  const dialog = document.getElementById("signInAgain");
  const form = dialog.querySelector("form");
  const password = dialog.querySelector("input[type=password]");
  const note = dialog.querySelector("[role=alert]");
  /** @type {Element | null} */
  let before = null;
  /** Whether the person wants to go on without a session, and not be asked again before they need one. */
  let declined = false;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    note.textContent = "";
    try {
      await wire.signIn(username, password.value);
      password.value = "";
      declined = false;
      dialog.close();
      done();
    } catch (problem) {
      if (!(problem instanceof Refusal)) {
        throw problem;
      }
      note.textContent = problem.isOffline ? words["signIn.offline"] : problem.status === 401 ? words["signIn.wrong"] : reasonOf(words, problem);
      password.select();
    }
  });
  const decline = () => (declined = true);
  dialog.addEventListener("cancel", decline);
  dialog.querySelector("[data-later]").addEventListener("click", () => {
    decline();
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    // Back to where the person was; the surface keeps its own selection.
    before?.focus?.({ preventScroll: true });
  });

  let lastKey = -QUIET;
  let waiting = 0;
  document.addEventListener("keydown", () => (lastKey = performance.now()), { capture: true });

  /** Opens when the keys rest: the words that somebody is just typing do not belong into a password. */
  const open = () => {
    clearTimeout(waiting);
    if (declined) {
      return;
    }
    const rest = lastKey + QUIET - performance.now();
    if (rest > 0) {
      waiting = setTimeout(open, rest);
    } else if (!dialog.open) {
      before = document.activeElement;
      note.textContent = "";
      dialog.showModal();
      password.focus();
    }
  };
  return {
    open,
    /** What the person does now needs the session: they may be asked once more. */
    needed() {
      declined = false;
    },
    /** The session is there without this, for example from another window. */
    close() {
      clearTimeout(waiting);
      declined = false;
      dialog.close();
    },
  };
}
