/** The field in which a comment, a reply or a change of one is written. What is typed stays until it is sent. */
import { button, make } from "galley/comments/elements.js";
import { mentionBox } from "galley/comments/mentions.js";
import { Refused } from "galley/comments/calls.js";

let forms = 0;

/**
 * @param {object} options
 * @param {Record<string, string>} options.words
 * @param {import("galley/comments/mentions.js").Person[]} options.people
 * @param {string} options.label
 * @param {string} options.send
 * @param {string} [options.value]
 * @param {boolean | null} [options.must] whether it is ticked; null if it is not offered
 * @param {string} [options.draft] key under which the words survive the page until they are sent
 * @param {HTMLElement} [options.above] more to choose, above the field
 * @param {(said: { text: string, must: boolean }) => Promise<void>} options.done
 * @param {() => void} options.cancelled
 */
export function commentForm({ words, people, label, send, value = "", must = null, draft, above, done, cancelled }) {
  const id = `comment-${++forms}`;
  const element = make("form", "comment-form");
  const field = /** @type {HTMLTextAreaElement} */ (make("textarea"));
  field.id = id;
  field.rows = 3;
  field.maxLength = 4000;
  field.dir = "auto";
  field.value = (draft && sessionStorage.getItem(draft)) || value;
  field.setAttribute("aria-describedby", `${id}-hint ${id}-wrong`);
  const name = /** @type {HTMLLabelElement} */ (make("label", "", label));
  name.htmlFor = id;
  const hint = make("p", "hint", words["text.hint"]);
  hint.id = `${id}-hint`;
  const wrong = make("p", "comment-wrong");
  wrong.id = `${id}-wrong`;
  wrong.setAttribute("role", "alert");
  const tick = /** @type {HTMLInputElement} */ (make("input"));
  tick.type = "checkbox";
  tick.checked = must === true;
  const go = /** @type {HTMLButtonElement} */ (make("button", "btn primary small", send));
  go.type = "submit";

  const keep = () => {
    if (draft) {
      sessionStorage.setItem(draft, field.value);
    }
  };
  const close = () => {
    keep();
    cancelled();
  };
  const complain = (text) => {
    wrong.textContent = text;
    field.toggleAttribute("aria-invalid", false);
    if (text) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
  };
  const submit = async () => {
    if (go.disabled) {
      return;
    }
    go.disabled = true;
    complain("");
    try {
      await done({ text: field.value, must: tick.checked });
      if (draft) {
        sessionStorage.removeItem(draft);
      }
    } catch (problem) {
      if (!(problem instanceof Refused)) {
        throw problem;
      }
      complain(problem.status === 0 ? words["failed.offline"] : problem.status === 401 ? words["failed.signedOut"] : problem.message);
    } finally {
      go.disabled = false;
    }
  };

  element.noValidate = true;
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", keep);
  element.append(...(above ? [above] : []), name, field, mentionBox(field, people, words), wrong, hint);
  element.addEventListener("keydown", (event) => {
    const sends = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (sends || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (sends) {
        submit();
      } else {
        close();
      }
    }
  });
  if (must !== null) {
    element.append(make("label", "tick", tick, " ", words.must));
  }
  element.append(make("div", "row", go, button(words.cancel, "btn quiet small", close)));
  return { element, focus: () => field.focus(), field };
}
