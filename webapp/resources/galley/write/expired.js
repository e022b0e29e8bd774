/**
 * Lets a page go on that other pages of the same session have pushed out of the server's memory. It would be told to show another page
 * in its place, with a text under the writer's hands; it gets a view of its own again instead, and repeats what was pressed.
 */
import { freshView } from "galley/write/freshView.js";

const WHOLE = "jakarta.faces.ViewRoot";
const SOURCE = "jakarta.faces.source";
const VIEW = "jakarta.faces.ViewState";

const { Response } = window.PrimeFaces.ajax;
const { handle } = Response;
/** The button that was pressed again without avail. */
let repeated = "";
/** @type {Promise<void> | null} */
let renewing = null;

/** Whether an answer is another page in the place of this one. @param {Document} answer */
const isOther = (answer) => [...(answer?.getElementsByTagName?.("update") ?? [])].some((update) => update.id === WHOLE);

/** @param {string | null} sent the view that was not there any more; what was sent after it may have got another one meanwhile */
async function renew(sent) {
  if (renewing || sent === document.querySelector(`input[name="${VIEW}"]`).value) {
    renewing ??= freshView().finally(() => (renewing = null));
    await renewing;
  }
}

/** Presses a button as soon as it can be. @param {string} id */
function press(id) {
  const button = document.getElementById(id);
  if (button?.disabled) {
    new MutationObserver((_, observer) => {
      if (!button.disabled) {
        observer.disconnect();
        button.click();
      }
    }).observe(button, { attributeFilter: ["disabled"] });
  } else {
    button?.click();
  }
}

Response.handle = (answer, status, request, update) => {
  const sent = new URLSearchParams(String(request.pfSettings?.data ?? ""));
  const source = sent.get(SOURCE) ?? "";
  const isButton = document.getElementById(source) instanceof HTMLButtonElement;
  if (!isOther(answer)) {
    repeated = isButton ? "" : repeated;
    handle(answer, status, request, update);
  } else if (isButton && repeated === source) {
    // It is no old view that stands in the way; what the server says of it is to be read.
    handle(answer, status, request, update);
  } else {
    repeated = isButton ? source : repeated;
    renew(sent.get(VIEW)).then(() => isButton && press(source));
  }
};
