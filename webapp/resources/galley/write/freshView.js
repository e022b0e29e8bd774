/** Lets a page that outlived its session go on: the new session has no view of it. */

const VIEW = "jakarta.faces.ViewState";
const NONCE = "primefaces.nonce";

/** What the view of the new session is called, and the nonce that it puts on its scripts. */
let view = { state: "", nonce: "" };

/** @param {string} name @param {string} value */
const give = (name, value) => document.querySelectorAll(`input[name="${name}"]`).forEach((input) => (input.value = value));

/**
 * The page's forms belonged to the old session: they get the view of a new one. The browser goes on to run only scripts with
 * the nonce that the page came with, so those of the new view are given that one.
 */
export async function freshView() {
  const answer = await fetch(location.href, { credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const state = page.querySelector(`input[name="${VIEW}"]`)?.value;
  const nonce = page.querySelector("script[nonce]")?.getAttribute("nonce");
  if (!state || !nonce) {
    return;
  }
  const { csp, ajax } = window.PrimeFaces;
  if (!view.nonce) {
    const update = ajax.Utils.updateElement;
    ajax.Utils.updateElement = (id, content, request) =>
      update(id, String(content).replaceAll(`nonce="${view.nonce}"`, `nonce="${csp.NONCE_VALUE}"`), request);
    const run = csp.eval;
    csp.eval = (script, given, where) => run(script, given === view.nonce ? csp.NONCE_VALUE : given, where);
    csp.init = () => give(NONCE, view.nonce);
  }
  view = { state, nonce };
  give(VIEW, state);
  give(NONCE, nonce);
}
