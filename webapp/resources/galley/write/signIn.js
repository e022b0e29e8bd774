/** Asks for the password in place when the session has ended; the page and all that was typed stay as they are. */
import { Refusal } from "galley/write/wire.js";

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

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    note.textContent = "";
    try {
      await wire.signIn(username, password.value);
      await freshView();
      password.value = "";
      dialog.close();
      done();
    } catch (problem) {
      if (!(problem instanceof Refusal)) {
        throw problem;
      }
      note.textContent = problem.isOffline ? words["signIn.offline"] : problem.status === 401 ? words["signIn.wrong"] : problem.message;
      password.select();
    }
  });
  dialog.querySelector("[data-later]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    // Back to where the person was; the surface keeps its own selection.
    before?.focus?.({ preventScroll: true });
  });

  return {
    open() {
      if (!dialog.open) {
        before = document.activeElement;
        note.textContent = "";
        dialog.showModal();
        password.focus();
      }
    },
    isOpen: () => dialog.open,
  };
}

/** The page's forms belonged to the old session: they get the view of a new one. */
async function freshView() {
  const name = "jakarta.faces.ViewState";
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const state = page.querySelector(`input[name="${name}"]`)?.value;
  if (state) {
    document.querySelectorAll(`input[name="${name}"]`).forEach((input) => (input.value = state));
  }
}
