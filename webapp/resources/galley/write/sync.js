/**
 * Keeps the page and the desk's working copy in step: when to send, when to ask, what to do when nobody answers. What there is to
 * send, and what becomes of an answer, is the ledger's. Until the server has confirmed it, a change is kept in the browser.
 */
import { fieldAt, fieldsOf, readFields } from "galley/write/headerFields.js";
import { ledgerOf } from "galley/write/ledger.js";
import { asGiven, between } from "galley/write/patch.js";
import { faultOf, reasonOf } from "galley/write/refusals.js";
import { Refusal } from "galley/write/wire.js";

/**
 * @typedef {import("galley/html.js").BodyBlock} BodyBlock
 * @typedef {import("galley/write/collisions.js").Collision} Collision
 * @typedef {"unsent" | "saving" | "saved" | "offline" | "signedOut" | "choose" | "wrong" | "refused"} State
 *
 * @typedef {object} Unsent
 * @property {number} version that it started from
 * @property {object} patch as for an autosave
 * @property {Collision[]} collisions that were not chosen yet
 * @property {Array<{ id: string, after: string | null }>} [slots] where slots were moved to
 *
 * @typedef {object} Surroundings
 * @property {import("galley/storyEditor.js").StoryEditor} editor
 * @property {ReturnType<typeof import("galley/write/wire.js").wire>} wire
 * @property {number} version of the working copy that the page was loaded with
 * @property {boolean} writable
 * @property {boolean} placing whether this person arranges ad slots
 * @property {string} username of this person
 * @property {Record<string, string>} words
 * @property {(state: State, detail?: string) => void} show
 * @property {(collisions: Collision[]) => void} collided
 * @property {(unsent: Unsent | null) => void} unsaved what has to be kept here
 * @property {(version: number, sent: boolean) => void} inStep
 * @property {(ads: object[]) => void} adsMoved
 */

/** Milliseconds after the last key, and the longest wait while keys go on. */
const PAUSE = 1000;
const LONGEST = 10000;
/** Milliseconds between two answers to other people's changes while this person types. */
const BREATH = 1000;
/** Milliseconds until what was typed is kept in the browser. */
const KEEP = 250;
/** Milliseconds between attempts without an answer. */
const RETRIES = [1000, 2000, 4000, 8000, 15000];
/** The status of an answer by a server that failed over what it was sent. */
const FAILED = 500;
/** Characters that a page may still send while it is being closed. */
const FAREWELL = 60000;

/** @param {Surroundings} around */
export function sync({ editor, wire, version: opened, writable, placing, username, words, show, collided, unsaved, inStep, adsMoved }) {
  const ledger = ledgerOf({ editor, version: opened, writable, placing, username, adsMoved });
  const { open, wrong, unsent } = ledger;
  let newest = opened;
  let refused = "";
  /**
   * What was sent without an answer, so that the server may have it or not, with the fields of then; the very same is sent again
   * before anything else.
   *
   * @type {{ patch: object, then: Record<string, string> } | null}
   */
  let lost = null;
  let dirtySince = 0;
  let timer = 0;
  let keeping = 0;
  let attempts = 0;
  let lastCycle = 0;
  /** @type {Promise<State> | null} */
  let running = null;
  /** @type {State} */
  let state = "saved";

  let told = "";

  const tell = (now, detail = "") => {
    state = now;
    told = detail;
    show(now, detail);
    return now;
  };

  function keepHere() {
    keeping = 0;
    unsaved(ledger.own());
  }

  const keepSoon = () => (keeping ||= setTimeout(keepHere, KEEP));

  function changed() {
    if (ledger.isBringing() || !writable) {
      return;
    }
    keepSoon();
    const now = performance.now();
    dirtySince ||= now;
    refused = "";
    if (state === "saved" || state === "refused" || state === "wrong") {
      tell("unsent");
    }
    if (state !== "offline" && state !== "signedOut") {
      later(Math.max(0, Math.min(PAUSE, dirtySince + LONGEST - now)));
    }
  }

  /** @param {number} delay in milliseconds */
  function later(delay) {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  }

  /** Comes into step with the server now. @param {boolean} [ask] even if there is nothing to say @returns {Promise<State>} */
  function run(ask = false) {
    clearTimeout(timer);
    running ??= cycle(ask === true).finally(() => {
      running = null;
      lastCycle = performance.now();
      keepSoon();
    });
    return running;
  }

  async function cycle(ask) {
    const patch = lost?.patch ?? unsent();
    if (!patch && !ask && state !== "offline" && newest <= ledger.version()) {
      return rest();
    }
    const text = JSON.stringify(patch);
    if (patch && text === refused) {
      return state;
    }
    const mark = editor.mark();
    const then = lost?.then ?? readFields();
    dirtySince = 0;
    if (patch && state !== "offline") {
      tell("saving");
    }
    try {
      lost = patch && { patch, then };
      const answer = patch ? await wire.keep(ledger.version(), patch) : await wire.changes(ledger.version());
      lost = null;
      await composed();
      take(mark, patch ?? {}, then, answer);
      attempts = 0;
      inStep(ledger.version(), Boolean(patch));
      return rest(Boolean(patch));
    } catch (problem) {
      if (!(problem instanceof Refusal)) {
        throw problem;
      }
      return await trouble(problem, text, then);
    } finally {
      mark.end();
    }
  }

  function take(...answered) {
    ledger.take(...answered);
    newest = Math.max(newest, ledger.version());
    collided(ledger.collisions());
  }

  /** What there is to do, or to say, after a cycle. @param {boolean} [sent] */
  function rest(sent = false) {
    if (unsent()) {
      later(PAUSE);
      return tell("unsent");
    }
    if (newest > ledger.version()) {
      later(0);
    }
    if (open.size) {
      return tell("choose", String(open.size));
    }
    if (wrong.size) {
      return tell("wrong");
    }
    if (sent || state !== "saved") {
      tell("saved");
    }
    return "saved";
  }

  /** Nothing may change under letters that are being composed. */
  const composed = () =>
    editor.isComposing() &&
    new Promise((done) => document.addEventListener("compositionend", () => setTimeout(done), { once: true }));

  async function trouble(problem, text, then) {
    if (problem.isOffline) {
      if (problem.status === FAILED) {
        // It was not kept, and the very same may fail for ever: the next attempt is made of what the page holds by then.
        lost = null;
      }
      later(RETRIES[Math.min(attempts++, RETRIES.length - 1)]);
      return tell("offline");
    }
    lost = null;
    if (problem.status === 401) {
      return tell("signedOut");
    }
    if (problem.status === 412 || problem.problem.code === "base-unknown") {
      return startAnew();
    }
    const places = (problem.problem.violations ?? []).map((one) => ({ name: fieldAt(one.pointer), one }));
    const found = places.filter(({ name }) => name);
    if (problem.status === 400 && found.length) {
      found.forEach(({ name, one }) => {
        ledger.refuse(name, then[name], faultOf(words, name, one));
      });
      later(0);
      return tell("wrong");
    }
    refused = text;
    return tell("refused", reasonOf(words, problem));
  }

  /** The server no longer knows what this page started from: everything is compared with what is there now. */
  async function startAnew() {
    try {
      const whole = await wire.whole();
      await composed();
      const mark = editor.mark();
      const { version: now, ads } = whole;
      const headers = Object.entries(fieldsOf(whole)).filter(([name, text]) => text !== ledger.fields()[name]);
      const answer = { version: now, ads, ...between(ledger.body(), whole.body.map(asGiven)) };
      take(mark, {}, readFields(), answer, Object.fromEntries(headers));
      mark.end();
      inStep(ledger.version(), false);
      later(0);
      return rest();
    } catch (problem) {
      if (problem instanceof Refusal) {
        later(RETRIES[Math.min(attempts++, RETRIES.length - 1)]);
        return tell(problem.status === 401 ? "signedOut" : "offline");
      }
      throw problem;
    }
  }

  return {
    changed,
    /** Somebody moved a slot, or what was moved is saved: what is kept in the browser is made anew. */
    keepSoon,
    /** Sends what is unsent, and asks in any case, so that it is known how things stand. @returns {Promise<State>} */
    async flush() {
      let outcome = await run(true);
      for (let n = 0; n < 3 && outcome === "unsent"; n++) {
        outcome = await run();
      }
      return outcome;
    },
    /** Somebody, perhaps this page itself, made a version. @param {number} heard */
    news(heard) {
      newest = Math.max(newest, heard);
      if (newest > ledger.version() && !running && state !== "signedOut") {
        const wait = unsent() ? Math.max(0, lastCycle + BREATH - performance.now()) : 0;
        later(wait);
      }
    },
    /** Tries again at once, as the network or the session is back, and says how things stand. */
    async again() {
      attempts = 0;
      await run(true);
      return tell(state, told);
    },
    isOffline: () => state === "offline" || state === "signedOut",
    hasUnsent: () => Boolean(unsent()) || open.size > 0 || wrong.size > 0,
    collisions: ledger.collisions,
    /** @param {string} key @param {"mine" | "theirs" | "both" | "edit"} choice */
    choose(key, choice) {
      ledger.choose(key, choice);
      collided(ledger.collisions());
      keepSoon();
      return run();
    },
    /**
     * Sends what an earlier page left behind, as if it had been sent then.
     *
     * @param {Unsent} draft
     */
    async takeUp(draft) {
      const lay = ledger.lay;
      try {
        if (Object.keys(draft.patch).length) {
          const answer = await wire.keep(draft.version, draft.patch);
          const own = ledger.isOwn(answer);
          (answer.collisions ?? []).forEach((one) => lay({ block: one.block, field: one.field, mine: one.incoming, own }));
        }
      } catch (problem) {
        if (!(problem instanceof Refusal) || problem.isOffline || problem.status === 401) {
          throw problem;
        }
        // Too old to be merged, or not to be kept as it is: each place is a choice.
        (draft.patch.blocks ?? []).forEach((block) => lay({ block: block.id, field: "text", mine: block }));
        (draft.patch.removed ?? []).forEach((id) => lay({ block: id, field: "text", mine: null }));
        ledger.move(draft.patch.placed ?? []);
        Object.entries(fieldsOf(draft.patch)).forEach(([field, mine]) => lay({ field, mine }));
      }
      draft.collisions.forEach(lay);
      await run(true);
      const there = new Set(editor.getBody().map((block) => block.id));
      (draft.slots ?? []).filter(({ after }) => there.has(after)).forEach(({ id, after }) => editor.putAd(id, after));
      collided(ledger.collisions());
      return tell(open.size ? "choose" : "saved", String(open.size));
    },
    /** Whether the desk has all of this already. @param {Unsent} draft */
    has: ledger.has,
    /** The page is being closed: what can still be sent goes out, and all of it is kept here. */
    farewell() {
      clearTimeout(keeping);
      keepHere();
      const patch = unsent();
      if (patch && !running && state !== "offline" && state !== "signedOut" && JSON.stringify(patch).length < FAREWELL) {
        lost = { patch, then: readFields() };
        wire.keep(ledger.version(), patch, true).catch(() => {});
      }
    },
    base: ledger.body,
  };
}
