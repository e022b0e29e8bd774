/** Says in what state the words are: always in view, and aloud only where it matters. */
import { count, fill } from "galley/words.js";

/** How each state looks. */
const LOOKS = {
  unsent: "",
  saving: "",
  saved: "ok",
  offline: "warn",
  offlineSave: "warn",
  offlineUnkept: "err",
  signedOut: "err",
  signedOutSave: "err",
  signedOutUnkept: "err",
  choose: "warn",
  wrong: "warn",
  refused: "err",
};
/** Said aloud when they begin; saving goes on all day and is only shown. */
const ALOUD = new Set(["offline", "offlineSave", "offlineUnkept", "signedOut", "signedOutSave", "signedOutUnkept", "choose", "refused"]);

const shown = () => document.querySelector("[data-save-state]");

/** @param {string} text read out by a screen reader when it has nothing else to say */
export function announce(text) {
  document.getElementById("announced").textContent = text;
}

/** The foot is always in view; what stands at the top scrolls away. */
export function mirrorState() {
  const state = shown();
  const mirror = document.querySelector("[data-state-mirror]");
  if (state && mirror && (mirror.textContent !== state.textContent || mirror.className !== state.className)) {
    mirror.textContent = state.textContent;
    mirror.className = state.className;
  }
  const choose = document.querySelector("[data-to-collisions]");
  if (state && mirror && choose) {
    // Where there is something to choose, the state leads there.
    const asked = state.dataset.state === "choose";
    if (choose.hidden === asked) {
      choose.hidden = !asked;
      mirror.hidden = asked;
    }
    if (asked && choose.textContent !== state.textContent) {
      choose.textContent = state.textContent;
    }
  }
}

/**
 * @typedef {import("galley/write/sync.js").State | "offlineSave" | "signedOutSave" | "offlineUnkept" | "signedOutUnkept"} Shown with
 *   `Save` where a revision is to be made as soon as it can be; with `Unkept` where the browser keeps nothing, so that what is not sent
 *   is lost with the page
 */

/** @param {Record<string, string>} words @param {import("galley/write/zone.js").Zone} zone of the desk */
export function stateLine(words, zone) {
  let before = "saved";

  /** @param {Shown} state @param {string} [detail] */
  const wordsOf = (state, detail) => {
    switch (state) {
      case "saved":
        return fill(words["live.saved"], zone.hour(new Date()));
      case "choose":
        return count(words, "live.choose", Number(detail));
      case "refused":
        return fill(words["live.refused"], detail ?? "");
      case "unsent":
      case "wrong":
        return words.notSaved;
      default:
        return words[`live.${state}`];
    }
  };

  /** @param {Shown} state @param {string} [detail] */
  return (state, detail) => {
    const line = shown();
    if (line) {
      const text = wordsOf(state, detail);
      const look = `state ${LOOKS[state]}`.trim();
      if (line.textContent !== text || line.className !== look) {
        line.textContent = text;
        line.className = look;
        line.dataset.state = state;
      }
      mirrorState();
      if (state !== before && ALOUD.has(state)) {
        announce(state === "choose" ? `${text}. ${words["collision.keys"]}` : text);
      } else if (/^(offline|signedOut)/.test(before) && state === "saved") {
        announce(words["live.back"]);
      }
    }
    before = state === "saving" || state === "unsent" ? before : state;
  };
}
