/**
 * Keeps the page and the desk's working copy in step. What differs from the last state that both knew is sent, small; the
 * server merges it with what others did and answers with what is different from that here. Until the server has confirmed it,
 * a change is the page's own and is kept in the browser.
 */
import { complain, fieldAt, fieldsBetween, fieldsOf, readFields, writeField } from "galley/write/headerFields.js";
import { asGiven, between, byId, isSame, only, patched } from "galley/write/patch.js";
import { Refusal } from "galley/write/wire.js";

/**
 * @typedef {import("galley/html.js").BodyBlock} BodyBlock
 * @typedef {import("galley/write/collisions.js").Collision} Collision
 * @typedef {"unsent" | "saving" | "saved" | "offline" | "signedOut" | "choose" | "wrong" | "refused"} State
 *
 * @typedef {object} Surroundings
 * @property {import("galley/storyEditor.js").StoryEditor} editor
 * @property {ReturnType<typeof import("galley/write/wire.js").wire>} wire
 * @property {number} version of the working copy that the page was loaded with
 * @property {boolean} writable
 * @property {(state: State, detail?: string) => void} show
 * @property {(collisions: Collision[]) => void} collided
 * @property {(unsent: { version: number, patch: object, collisions: Collision[] } | null) => void} unsaved what has to be kept here
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
/** Characters that a page may still send while it is being closed. */
const FAREWELL = 60000;

const FIELD = "field:";

/** @param {Surroundings} around */
export function sync({ editor, wire, writable, show, collided, unsaved, inStep, adsMoved, ...start }) {
  let { version } = start;
  /** The last state that both sides knew. */
  let body = editor.getBody();
  let fields = readFields();
  let newest = version;
  /** @type {Map<string, Collision>} what is not sent before somebody chose */
  const open = new Map();
  /** Fields that the server refused, with the text that it did. @type {Map<string, string>} */
  const wrong = new Map();
  let refused = "";
  /** What was sent without an answer, so that the server may have it or not; the very same is sent again before anything else. */
  let lost = null;
  let dirtySince = 0;
  let timer = 0;
  let keeping = 0;
  let attempts = 0;
  let lastCycle = 0;
  /** @type {Promise<State> | null} */
  let running = null;
  let bringing = false;
  /** @type {State} */
  let state = "saved";

  let told = "";

  const tell = (now, detail = "") => {
    state = now;
    told = detail;
    show(now, detail);
    return now;
  };

  /** The body as it is to be sent: collisions stand as the server has them. @param {BodyBlock[]} now */
  function settledBody(now) {
    if (body.length === 0 && now.length === 1 && now[0].type === "paragraph" && now[0].html === "") {
      // A story without blocks is shown as one empty line.
      return body;
    }
    if (open.size === 0) {
      return now;
    }
    const known = byId(body);
    const here = byId(now);
    let settled = now.map((block) => (open.get(block.id)?.held ? known.get(block.id) : block)).filter(Boolean);
    body.forEach((block, index) => {
      if (open.get(block.id)?.held && !here.has(block.id)) {
        const after = index > 0 ? body[index - 1].id : null;
        settled = patched(settled, { blocks: [block], placed: [{ id: block.id, after }] });
      }
    });
    return settled;
  }

  function settledFields(now) {
    const settled = { ...now };
    for (const name of Object.keys(now)) {
      if (wrong.has(name) && wrong.get(name) !== now[name]) {
        wrong.delete(name);
        complain(name, "");
      }
      if (wrong.has(name) || open.has(FIELD + name)) {
        settled[name] = fields[name];
      }
    }
    return settled;
  }

  /** What the server does not have, or null. */
  function unsent() {
    if (!writable) {
      return null;
    }
    const patch = { ...fieldsBetween(fields, settledFields(readFields())), ...between(body, settledBody(editor.getBody())) };
    return Object.keys(patch).length ? patch : null;
  }

  /** The same with what was refused or waits for a choice: this must not get lost either. */
  function keepHere() {
    keeping = 0;
    const patch = unsent() ?? {};
    wrong.forEach((text, name) => Object.assign(patch, fieldsBetween({ ...readFields(), [name]: fields[name] }, readFields())));
    const here = byId(editor.getBody());
    const collisions = [...open.values()].map((one) => (one.held && one.block ? { ...one, mine: here.get(one.block) ?? null } : one));
    unsaved(Object.keys(patch).length || collisions.length ? { version, patch, collisions } : null);
  }

  const keepSoon = () => (keeping ||= setTimeout(keepHere, KEEP));

  function changed() {
    if (bringing || !writable) {
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
    const patch = lost ?? unsent();
    if (!patch && !ask && newest <= version) {
      return rest();
    }
    const text = JSON.stringify(patch);
    if (patch && text === refused) {
      return state;
    }
    const mark = editor.mark();
    const then = readFields();
    dirtySince = 0;
    if (patch && state !== "offline") {
      tell("saving");
    }
    try {
      lost = patch;
      const answer = patch ? await wire.keep(version, patch) : await wire.changes(version);
      lost = null;
      await composed();
      take(mark, patch ?? {}, then, answer);
      attempts = 0;
      inStep(version, Boolean(patch));
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

  /** What there is to do, or to say, after a cycle. @param {boolean} [sent] */
  function rest(sent = false) {
    if (unsent()) {
      later(PAUSE);
      return tell("unsent");
    }
    if (newest > version) {
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
    const places = (problem.problem.violations ?? []).map((one) => ({ name: fieldAt(one.pointer), text: one.message }));
    const found = places.filter(({ name }) => name);
    if (problem.status === 400 && found.length) {
      found.forEach((one) => {
        wrong.set(one.name, then[one.name]);
        complain(one.name, `${one.text}.`);
      });
      later(0);
      return tell("wrong");
    }
    refused = text;
    return tell("refused", problem.message);
  }

  /** The server no longer knows what this page started from: everything is compared with what is there now. */
  async function startAnew() {
    try {
      const whole = await wire.whole();
      await composed();
      const mark = editor.mark();
      const { version: now, ads } = whole;
      const headers = Object.entries(fieldsOf(whole)).filter(([name, text]) => text !== fields[name]);
      const answer = { version: now, ads, ...between(body, whole.body.map(asGiven)) };
      take(mark, {}, readFields(), answer, Object.fromEntries(headers));
      mark.end();
      inStep(version, false);
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

  /** @param {Omit<Collision, "key">} one */
  function collide(one) {
    const key = one.block ?? FIELD + one.field;
    open.set(key, { ...one, key });
  }

  /**
   * Takes an answer in.
   *
   * @param {import("galley/since.js").Mark} mark of when the patch was made
   * @param {object} sent
   * @param {Record<string, string>} then the fields of when the patch was made
   * @param {object} answer
   * @param {Record<string, string>} [theirFields] what the answer says of the header
   */
  function take(mark, sent, then, answer, theirFields = fieldsOf(answer)) {
    const agreed = patched(body, sent);
    const agreedFields = { ...fields, ...fieldsOf(sent) };
    const patch = { ...answer, blocks: answer.blocks?.map(asGiven) };
    body = patched(agreed, patch);
    fields = { ...agreedFields, ...theirFields };
    version = answer.version;
    newest = Math.max(newest, version);
    (answer.collisions ?? []).forEach((one) => {
      const held = one.block === undefined || (one.current !== null && one.incoming !== null);
      const given = (side) => (one.block !== undefined && side !== null ? asGiven(side) : side);
      collide({ block: one.block, field: one.field, mine: given(one.incoming), theirs: given(one.current), held });
    });
    const now = byId(body);
    const ids = [...(patch.blocks ?? []).map((block) => block.id), ...(patch.removed ?? [])];
    /** Holds back what was changed here, and not sent, since another state. */
    const holdChanged = (before, after) =>
      ids.forEach((id) => {
        if (open.get(id)?.held) {
          open.get(id).theirs = now.get(id) ?? null;
        } else if (!isSame(before.get(id), after.get(id)) && !isSame(after.get(id), now.get(id))) {
          collide({ block: id, field: "text", mine: after.get(id) ?? null, theirs: now.get(id) ?? null, held: true });
        }
      });
    holdChanged(byId(agreed), byId(mark.body));
    bringing = true;
    try {
      bring(mark, patch, holdChanged);
      bringFields(then, agreedFields, theirFields);
      if (answer.ads && !editor.movedAds()) {
        adsMoved(answer.ads);
      }
    } finally {
      bringing = false;
    }
    collided([...open.values()]);
  }

  function bring(mark, patch, holdChanged) {
    const free = (id) => !open.get(id)?.held;
    const touching = only(patch, free);
    if (!(touching.blocks?.length || touching.removed?.length || touching.placed?.length)) {
      return;
    }
    if (!editor.bring(mark, patched(mark.body, touching))) {
      // Somebody types just where the change is: that block waits for a choice, all others come in.
      const here = editor.getBody();
      holdChanged(byId(mark.body), byId(here));
      editor.setBody(patched(here, only(patch, free)));
    }
  }

  function bringFields(then, agreed, theirs) {
    const here = readFields();
    for (const [name, text] of Object.entries(theirs)) {
      const known = open.get(FIELD + name);
      if (known) {
        known.theirs = text;
      } else if (wrong.has(name) || here[name] === text) {
        continue;
      } else if (here[name] !== then[name] || then[name] !== agreed[name]) {
        collide({ field: name, mine: here[name], theirs: text, held: true });
      } else {
        writeField(name, text);
      }
    }
  }

  /** Puts a block into the text here, or takes it out. @param {string} id @param {BodyBlock | null} block @param {BodyBlock[]} more after it */
  function put(id, block, more = []) {
    const here = editor.getBody();
    const at = body.findIndex((one) => one.id === id);
    const after = at > 0 ? body[at - 1].id : null;
    const lost = block && !here.some((one) => one.id === id);
    const now = block
      ? patched(here, { blocks: [block], placed: lost ? [{ id, after }] : [] })
      : patched(here, { removed: [id] });
    const place = now.findIndex((one) => one.id === id);
    editor.setBody(place < 0 ? [...now, ...more] : [...now.slice(0, place + 1), ...more, ...now.slice(place + 1)]);
  }

  return {
    changed,
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
      if (newest > version && !running && state !== "signedOut") {
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
    collisions: () => [...open.values()],
    /** @param {string} key @param {"mine" | "theirs" | "both" | "edit"} choice */
    choose(key, choice) {
      const one = open.get(key);
      open.delete(key);
      if (one.block === undefined) {
        if (choice === "theirs") {
          writeField(one.field, one.theirs);
        } else if (!one.held || choice === "both") {
          writeField(one.field, choice === "both" ? `${one.theirs} ${one.mine}`.trim() : one.mine);
        }
      } else {
        const here = one.held ? (editor.getBody().find((block) => block.id === one.block) ?? null) : one.mine;
        if (choice === "theirs") {
          put(one.block, one.theirs);
        } else if (choice === "both") {
          put(one.block, one.theirs, here ? [{ ...here, id: null }] : []);
        } else if (!one.held) {
          put(one.block, one.mine);
        }
      }
      collided([...open.values()]);
      keepSoon();
      return run();
    },
    /**
     * Sends what an earlier page left behind, as if it had been sent then.
     *
     * @param {{ version: number, patch: object, collisions: Collision[] }} draft
     */
    async takeUp(draft) {
      const known = byId(body);
      const lay = (one) => collide({ ...one, theirs: one.block ? (known.get(one.block) ?? null) : fields[one.field], held: false });
      try {
        if (Object.keys(draft.patch).length) {
          const answer = await wire.keep(draft.version, draft.patch);
          (answer.collisions ?? []).forEach((one) => lay({ block: one.block, field: one.field, mine: one.incoming }));
        }
      } catch (problem) {
        if (!(problem instanceof Refusal) || problem.isOffline || problem.status === 401) {
          throw problem;
        }
        // Too old to be merged, or not to be kept as it is: each place is a choice.
        (draft.patch.blocks ?? []).forEach((block) => lay({ block: block.id, field: "text", mine: block }));
        Object.entries(fieldsOf(draft.patch)).forEach(([field, mine]) => lay({ field, mine }));
      }
      draft.collisions.forEach(lay);
      await run(true);
      collided([...open.values()]);
      return tell(open.size ? "choose" : "saved", String(open.size));
    },
    /** Whether the desk has all of this already. @param {{ patch: object, collisions: Collision[] }} draft */
    has({ patch, collisions }) {
      const known = byId(body);
      return (
        collisions.length === 0 &&
        (patch.blocks ?? []).every((block) => isSame(asGiven(block), known.get(block.id))) &&
        (patch.removed ?? []).every((id) => !known.has(id)) &&
        Object.entries(fieldsOf(patch)).every(([name, text]) => fields[name] === text)
      );
    },
    /** The page is being closed: what can still be sent goes out, and all of it is kept here. */
    farewell() {
      clearTimeout(keeping);
      keepHere();
      const patch = unsent();
      if (patch && !running && state !== "offline" && state !== "signedOut" && JSON.stringify(patch).length < FAREWELL) {
        lost = patch;
        wire.keep(version, patch, true).catch(() => {});
      }
    },
    base: () => body,
  };
}
