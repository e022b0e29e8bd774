/** Where the story stands, beside its text: asked for when a change may have moved it, and read out when something moved it. */

const rail = document.getElementById("story:rail").parentElement;
const live = document.querySelector("[data-stands]");
const standing = () => document.getElementById("story:standing");
/** Milliseconds in which several changes are one question. */
const SETTLED = 100;

let known = standing().dataset.standing;
let asking = 0;

function ask() {
  clearTimeout(asking);
  asking = setTimeout(() => window.galleyStand(), SETTLED);
}

/** What stands there may be another by a save, an autosave, or somebody else. */
function look() {
  const shown = standing();
  if (shown && shown.dataset.standing !== known) {
    known = shown.dataset.standing;
    live.textContent = [...shown.querySelectorAll("[data-say]")].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(" ");
  }
}

new MutationObserver(look).observe(rail, { childList: true, subtree: true });

// A draft stays one whatever is written in it.
document.addEventListener("galley:version", () => standing().dataset.steady !== "true" && ask());
document.addEventListener("galley:moved", ask);

if (standing().dataset.handedIn === "true") {
  standing().querySelector("h2").focus();
}
