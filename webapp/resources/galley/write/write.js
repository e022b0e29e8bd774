/** The Write screen around the surface: keeps it in step with the desk, saves, counts in the foot, shows who else is here. */
import { editorOf } from "galley/storyEditor.js";
import { letterOf } from "galley/letters.js";
import { count } from "galley/words.js";
import { blame } from "galley/write/blame.js";
import { collisionPanel } from "galley/write/collisions.js";
import { dropDraft, keepDraft, leftBehind, stayAlive } from "galley/write/drafts.js";
import { freshView } from "galley/write/freshView.js";
import { fieldOf } from "galley/write/headerFields.js";
import { leadPicture, leadWaits } from "galley/write/leadPicture.js";
import { offer } from "galley/write/leftBehind.js";
import { people } from "galley/write/people.js";
import { peopleLine } from "galley/write/peopleLine.js";
import { signIn } from "galley/write/signIn.js";
import { announce, mirrorState, stateLine } from "galley/write/state.js";
import { sync } from "galley/write/sync.js";
import { wire } from "galley/write/wire.js";
import { deskZone } from "galley/write/zone.js";

const form = document.getElementById("story");
const surface = document.getElementById("story:body");
const ads = document.getElementById("story:ads");
const base = document.getElementById("story:base");
const words = JSON.parse(form.dataset.words);
const { article, version, root, username, writable, placing, session, zone: zoneId, zoneName } = JSON.parse(form.dataset.live);
const editor = () => editorOf(surface);
const state = () => document.querySelector("[data-save-state]");
const client = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36).padStart(2, "0")).join("");

const zone = deskZone(zoneId, zoneName);

/** What a state is called where the browser keeps nothing, and where a revision is to be made as soon as it can be. */
const UNKEPT = { offline: "offlineUnkept", signedOut: "signedOutUnkept" };
const TO_SAVE = { offline: "offlineSave", signedOut: "signedOutSave" };
/** Milliseconds between an autosave and looking through the story. */
const LOOK = 500;
/** Ids of the buttons at the top; what they do needs everything sent. */
const SAVE = "story:save";
const SUBMIT = "story:submit";
/** Milliseconds more with each save that failed without an answer, and at most, before it is tried again. */
const PATIENCE = 2000;
const LONGEST = 15000;

/** @param {string} name @param {number} number */
function show(name, number) {
  const place = document.querySelector(`[data-count="${name}"]`);
  const text = count(words, `count.${name}`, number);
  // Only what differs is written, as every change of the form is observed below.
  if (place && place.textContent !== text) {
    place.textContent = text;
  }
}

function showCounts() {
  const counts = editor()?.getCounts();
  if (counts) {
    show("words", counts.words);
    show("characters", counts.characters);
    // Nothing takes no time to read.
    document.querySelector('[data-count="minutes"]').hidden = counts.words === 0;
    show("minutes", counts.minutes);
  }
}

/** The slots that the server has now, with the words on their bars. @param {object[]} now */
function setAds(now) {
  const details = new Map(editor().getAds().map((ad) => [ad.definition, ad.detail]));
  editor().setAds(now.map((ad) => ({ label: ad.definition, detail: details.get(ad.definition) ?? "", ...ad })));
  ads.value = "";
}

let looking = 0;
const lookSoon = () => {
  clearTimeout(looking);
  looking = setTimeout(() => window.galleyLook?.(), LOOK);
};

/** @param {import("galley/write/collisions.js").Collision} one */
function goTo(one) {
  if (one.block === undefined) {
    fieldOf(one.field).closest("details")?.setAttribute("open", "");
    fieldOf(one.field).focus();
  } else {
    editor().focus(one.block);
  }
}

// Before all who want to know whether slots were moved.
surface.addEventListener("galley:slots", () => {
  ads.value = placing && editor().movedAds() ? JSON.stringify(editor().getAds()) : "";
});

function begin() {
  const calls = wire(root, article, username, session, freshView);
  const line = stateLine(words, zone);
  /** Whether the browser keeps what is not sent. */
  let kept = true;
  let shown = ["saved", ""];
  /** Id of what was pressed when nobody answered, or the session had ended: it is done once, when both are there. @type {string | null} */
  let wanted = null;
  const showState = (now, detail = "") => {
    shown = [now, detail];
    const called = kept ? wanted === SAVE && TO_SAVE[now] : UNKEPT[now];
    line(called || now, detail);
  };
  /** @param {import("galley/write/sync.js").Unsent | null} unsent */
  const keep = async (unsent) => {
    const save = wanted === SAVE;
    const draft = unsent ?? (save ? { version: Number(base.value), patch: {}, collisions: [] } : null);
    const done = draft ? await keepDraft({ ...draft, save, article, client, username, at: Date.now() }) : true;
    if (done !== kept) {
      kept = done;
      if (shown[0] in UNKEPT) {
        showState(...shown);
      }
    }
    if (!draft) {
      await dropDraft(article, client);
    }
  };
  blame({ editor: editor(), wire: calls, words, zone });
  const dialog = signIn({ wire: calls, username, words, done: back });
  const panel = collisionPanel({
    host: document.getElementById("collisions"),
    words,
    choose: (key, choice) => story.choose(key, choice),
    go: goTo,
    number: (id) => editor().getBody().findIndex((block) => block.id === id) + 1,
  });
  const story = sync({
    editor: editor(),
    wire: calls,
    version,
    writable,
    placing,
    username,
    words,
    show(now, detail) {
      // Slots that were moved wait for a save of the layout.
      showState(now === "saved" && ads.value ? "unsent" : now, detail);
      if (now === "signedOut") {
        dialog.open();
      } else if (now === "saved") {
        dialog.close();
      }
      if (wanted && (now === "saved" || now === "wrong")) {
        fulfil();
      }
    },
    collided: panel.show,
    unsaved: keep,
    inStep(now, sent) {
      if (base.value !== String(now)) {
        base.value = String(now);
        document.dispatchEvent(new Event("galley:version"));
      }
      if (sent) {
        lookSoon();
      }
    },
    adsMoved: setAds,
  });

  /** @type {string | null} */
  let commentedAt = null;
  const where = () => (surface.querySelector(".galley-surface")?.contains(document.activeElement) ? editor().getCursor()?.id : null) ?? null;
  const others = people({
    address: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${root}/live/${article}?person=${encodeURIComponent(username)}`,
    client,
    wire: calls,
    where,
    met: peopleLine({ list: document.querySelector("[data-people]"), client, username, words, editor }),
    news: story.news,
    commented(mark) {
      // The comments are a module of their own; it asks the API what is new.
      if (mark === null || mark !== commentedAt) {
        commentedAt = mark;
        document.dispatchEvent(new Event("galley:comments"));
      }
    },
    // Where the story stands is a module of its own.
    moved: () => document.dispatchEvent(new Event("galley:moved")),
    reached(there, signedOut) {
      if (signedOut) {
        showState("signedOut");
        dialog.open();
      } else if (there && story.isOffline()) {
        story.again();
      } else if (!there) {
        showState("offline");
        offlineShown = true;
      } else if (offlineShown) {
        offlineShown = false;
        story.again();
      }
    },
  });
  let offlineShown = false;
  /** Whether lines that were pasted became slots, or such slots were taken back, and the server does not know yet. */
  const hasBrought = () => {
    const { brought, takenBack } = editor().getChangedAds();
    return !placing && brought.length + takenBack.length > 0;
  };
  document.addEventListener("selectionchange", () => others.moved());
  surface.addEventListener("galley:slots", () => {
    if (ads.value) {
      showState("unsent");
      story.keepSoon();
    } else if (hasBrought()) {
      story.changed();
    }
  });

  /** The session is there again. */
  function back() {
    editor().pictures.uploads.again();
    others.again();
    story.again();
  }

  surface.addEventListener("galley:change", story.changed);
  ["input", "change"].forEach((name) =>
    form.addEventListener(name, (event) => {
      if (event.target.closest(".head")) {
        story.changed();
      }
    }),
  );

  // Saving makes a revision of what the server has, so all of it is sent first. The very click that is let pass is known by this.
  let passing = false;
  /** The layout that the last save took along. */
  let placed = "";
  /** Saves in a row that got no answer. */
  let failures = 0;

  /** Remembers what is to be done later, also beyond the page's life. @param {string | null} id of its button */
  function want(id) {
    if (wanted !== id) {
      wanted = id;
      story.keepSoon();
    }
  }

  function fulfil() {
    const id = wanted;
    wanted = null;
    setTimeout(() => press(id), Math.min(LONGEST, PATIENCE * failures));
  }

  /** @param {string} id of a button */
  async function press(id) {
    const before = wanted;
    wanted = null;
    dialog.needed();
    const outcome = await story.flush();
    if (outcome === "signedOut" || (outcome === "offline" && id === SAVE)) {
      want(id);
      showState(outcome);
    } else if (outcome === "choose") {
      want(before);
      announce(words["collision.first"]);
      panel.focus();
    } else if (outcome === "offline") {
      announce(words["live.offlineSubmit"]);
    } else if (outcome !== "refused") {
      placed = ads.value;
      passing = true;
      document.getElementById(id)?.click();
      passing = false;
      story.keepSoon();
    }
  }

  // The server may be gone between the last words and the save.
  window.jQuery(document).on("pfAjaxSuccess pfAjaxError", ({ type }, _call, { source }) => {
    const id = source.id ?? source;
    const failed = type === "pfAjaxError";
    const widget = failed && [SAVE, SUBMIT].includes(id) ? window.PrimeFaces.getWidgetById(id) : null;
    if (widget) {
      // PrimeFaces waits for ever for what comes with an answer.
      window.PrimeFaces.buttonEndAjaxDisabled(widget, widget.jq);
    }
    if (id === SAVE) {
      failures = failed ? failures + 1 : 0;
    }
    if (widget && id === SAVE) {
      want(SAVE);
      story.again();
    } else if (widget) {
      announce(words["live.offlineSubmit"]);
    }
  });

  form.addEventListener("click", (event) => {
    if (event.target.closest("[data-to-collisions]")) {
      panel.focus();
    }
  });
  form.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button");
      if ([SAVE, SUBMIT].includes(button?.id) && !passing) {
        event.preventDefault();
        event.stopImmediatePropagation();
        press(button.id);
      }
    },
    { capture: true },
  );

  let again = false;
  /** Saves; while a save is under way, once more after it, as the words may have changed since it began. */
  const save = () => {
    const button = document.getElementById("story:save");
    again = Boolean(button?.disabled);
    if (button && !again) {
      press(SAVE);
    }
  };
  document.addEventListener("keydown", (event) => {
    const leads = (event.ctrlKey || event.metaKey) && event.altKey && !event.getModifierState("AltGraph") && letterOf(event) === "g";
    if (leads && story.collisions().length) {
      event.preventDefault();
      panel.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letterOf(event) === "s") {
      event.preventDefault();
      // The field that has the focus is told first, as it may complete something.
      document.activeElement?.dispatchEvent(new Event("change", { bubbles: true }));
      save();
    }
  });
  new MutationObserver(() => again && save()).observe(document.querySelector(".bar2"), {
    attributeFilter: ["disabled"],
    subtree: true,
  });

  // After a save PrimeFaces replaces state, rail and foot; a refused save leaves its messages.
  let seen = state();
  new MutationObserver(() => {
    const shown = state();
    if (shown && shown !== seen) {
      seen = shown;
      if (!shown.classList.contains("warn")) {
        const saved = shown.dataset.ads;
        announce(shown.textContent);
        // The save may be a newer version than the one here; only in its text do the slots have their places.
        story.flush().then(() => {
          if (ads.value === placed && !hasBrought()) {
            setAds(JSON.parse(saved));
          } else if (ads.value) {
            showState("unsent");
          }
          story.keepSoon();
          mirrorState();
        });
      }
    }
    showCounts();
    mirrorState();
  }).observe(form, { childList: true, subtree: true });
  // The slug comes back from the server when the headline changes.
  new MutationObserver(() => story.hasUnsent() && story.changed()).observe(document.getElementById("story:slugField").parentElement, { childList: true });

  const { ResponseProcessor } = window.PrimeFaces.ajax;
  const redirect = ResponseProcessor.doRedirect;
  // An ended session sends a screen to the sign-in screen; from here nobody leaves with words on the page.
  ResponseProcessor.doRedirect = (node) => {
    if (node.getAttribute("url")?.startsWith(`${root}/sign-in`)) {
      showState("signedOut");
      dialog.open();
    } else {
      redirect(node);
    }
  };

  window.addEventListener("online", () => {
    others.again();
    story.again();
  });
  window.addEventListener("offline", () => showState("offline"));
  window.addEventListener("beforeunload", (event) => {
    if (ads.value || wanted || (story.hasUnsent() && (story.isOffline() || story.collisions().length))) {
      event.preventDefault();
    }
  });
  window.addEventListener("pagehide", () => {
    story.farewell();
    others.leave();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      others.comeBack();
      story.again();
    }
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      others.again();
    } else if (story.hasUnsent()) {
      story.flush();
    }
  });

  leadPicture({ host: document.querySelector("[data-lead-picture]"), editor: editor(), writable });
  const { uploads } = editor().pictures;
  if (writable) {
    const textWaits = (key) => editor().getBody().some((block) => block.id === key && block.type === "image" && !block.src);
    uploads.belongTo({ article, username }, (key) => leadWaits(key) || textWaits(key)).then((look) => surface.addEventListener("galley:change", look));
  }
  stayAlive(client);
  const host = document.getElementById("leftBehind");
  const lookBehind = async () => {
    const found = await leftBehind(article, username, () => setTimeout(lookBehind));
    const drafts = found.filter((draft) => draft.client !== client);
    if (drafts.length && host.hidden) {
      offer({ host, drafts, sync: story, words, zone, announce, save: () => press(SAVE) });
    }
  };
  if (writable || placing) {
    lookBehind();
  }
  form.dataset.live = "";
  form.dataset.inStep = "true";
}

surface.addEventListener("galley:change", showCounts);
if (editor()) {
  begin();
} else {
  surface.addEventListener("galley:ready", begin, { once: true });
}
showCounts();
mirrorState();
