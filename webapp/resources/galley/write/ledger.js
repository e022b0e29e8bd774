/**
 * Holds what the page and the desk both know of a story, and so what only the page knows. What differs is what there is to send;
 * what comes back is brought into the text without touching what was typed since.
 */
import { complain, fieldsBetween, fieldsOf, readFields, writeField } from "galley/write/headerFields.js";
import { asGiven, between, byId, isSame, only, patched } from "galley/write/patch.js";

/**
 * @typedef {import("galley/html.js").BodyBlock} BodyBlock
 * @typedef {import("galley/write/collisions.js").Collision} Collision
 */

const FIELD = "field:";

/**
 * @param {object} around
 * @param {import("galley/storyEditor.js").StoryEditor} around.editor
 * @param {number} around.version of the working copy that the page was loaded with
 * @param {boolean} around.writable
 * @param {boolean} around.placing whether this person arranges ad slots, so that those are saved as a layout of their own
 * @param {string} around.username of this person
 * @param {(ads: object[]) => void} around.adsMoved
 */
export function ledgerOf({ editor, writable, placing, username, adsMoved, ...start }) {
  let { version } = start;
  let body = editor.startedEmpty ? [] : editor.getBody();
  let fields = readFields();
  /** @type {Map<string, Collision>} what is not sent before somebody chose */
  const open = new Map();
  /** Fields that the server refused, with the text that it did. @type {Map<string, string>} */
  const wrong = new Map();
  let bringing = false;
  let laid = 0;

  const isHeld = (key) => open.get(key)?.held === true;

  /** Whether all that an answer tells of was changed by this very person, in another window. @param {{ changedBy?: string[] }} answer */
  const isOwn = ({ changedBy = [] }) => changedBy.length > 0 && changedBy.every((name) => name === username);

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
    let settled = now.map((block) => (isHeld(block.id) ? known.get(block.id) : block)).filter(Boolean);
    body.forEach((block, index) => {
      if (isHeld(block.id) && !here.has(block.id)) {
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
      if (wrong.has(name) || isHeld(FIELD + name)) {
        settled[name] = fields[name];
      }
    }
    return settled;
  }

  /** The slots that came into the text with pasted lines, and those of them that were taken back, as a member of an autosave. */
  function slotsBrought() {
    const { brought, takenBack } = placing ? { brought: [], takenBack: [] } : editor.getChangedAds();
    if (!brought.length && !takenBack.length) {
      return undefined;
    }
    return {
      ...(brought.length && { brought: brought.map(({ id, after }) => ({ id, after })) }),
      ...(takenBack.length && { takenBack }),
    };
  }

  /** What the server does not have, or null. */
  function unsent() {
    if (!writable) {
      return null;
    }
    const slots = slotsBrought();
    const patch = {
      ...fieldsBetween(fields, settledFields(readFields())),
      ...between(body, settledBody(editor.getBody())),
      ...(slots && { slots }),
    };
    return Object.keys(patch).length ? patch : null;
  }

  /** @param {Omit<Collision, "key">} one */
  function collide(one) {
    const key = one.block ?? FIELD + one.field;
    open.set(key, { ...one, key });
  }

  /** What the page has in a place now, whatever it had when texts collided there. @param {Pick<Collision, "block" | "field">} one */
  const standing = (one) => (one.block === undefined ? readFields()[one.field] : (byId(editor.getBody()).get(one.block) ?? null));

  /** The choices that are open. Of each, the side that stands on the page is as it was written on since. @returns {Collision[]} */
  function collisions() {
    if (open.size === 0) {
      return [];
    }
    const blocks = byId(editor.getBody());
    const now = readFields();
    return [...open.values()].map((one) => ({ ...one, [one.here]: one.block === undefined ? now[one.field] : (blocks.get(one.block) ?? null) }));
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
    const own = isOwn(answer);
    /** What is held already has another text beside it by now. @param {Collision} one @param {Collision["theirs"]} theirs */
    const renew = (one, theirs) => Object.assign(one, { theirs, own: one.own && own });
    (answer.collisions ?? []).forEach((one) => {
      const held = one.block === undefined || (one.current !== null && one.incoming !== null);
      const given = (side) => (one.block !== undefined && side !== null ? asGiven(side) : side);
      const here = held || one.current === null ? "mine" : "theirs";
      collide({ block: one.block, field: one.field, mine: given(one.incoming), theirs: given(one.current), held, here, own });
    });
    const now = byId(body);
    const ids = [...(patch.blocks ?? []).map((block) => block.id), ...(patch.removed ?? [])];
    /** Holds back what was changed here, and not sent, since another state. */
    const holdChanged = (before, after) =>
      ids.forEach((id) => {
        if (isHeld(id)) {
          renew(open.get(id), now.get(id) ?? null);
        } else if (!isSame(before.get(id), after.get(id)) && !isSame(after.get(id), now.get(id))) {
          collide({ block: id, field: "text", mine: after.get(id) ?? null, theirs: now.get(id) ?? null, held: true, here: "mine", own });
        }
      });
    holdChanged(byId(agreed), byId(mark.body));
    bringing = true;
    try {
      bring(mark, patch, holdChanged);
      bringFields(then, agreedFields, theirFields, own, renew);
      // Slots that were moved, or came, since the patch was made are not lost to an answer that does not know of them.
      const settled = placing ? !editor.movedAds() : JSON.stringify(slotsBrought()) === JSON.stringify(sent.slots);
      if (answer.ads && settled) {
        adsMoved(answer.ads);
      }
    } finally {
      bringing = false;
    }
  }

  function bring(mark, patch, holdChanged) {
    const free = (id) => !isHeld(id);
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

  function bringFields(then, agreed, theirs, own, renew) {
    const here = readFields();
    for (const [name, text] of Object.entries(theirs)) {
      if (isHeld(FIELD + name)) {
        renew(open.get(FIELD + name), text);
      } else if (wrong.has(name) || here[name] === text) {
        continue;
      } else if (here[name] !== then[name] || then[name] !== agreed[name]) {
        collide({ field: name, mine: here[name], theirs: text, held: true, here: "mine", own });
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
    open,
    wrong,
    unsent,
    take,
    isOwn,
    collisions,
    version: () => version,
    body: () => body,
    fields: () => fields,
    /** Whether the text is just being changed by an answer and not by somebody. */
    isBringing: () => bringing,
    /** What the server does not have, with what was refused or waits for a choice or a save: this must not get lost either. */
    own() {
      const patch = unsent() ?? {};
      const now = readFields();
      wrong.forEach((_text, name) => Object.assign(patch, fieldsBetween({ ...now, [name]: fields[name] }, now)));
      const slots = (placing ? editor.getChangedAds().moved : []).map(({ id, after }) => ({ id, after }));
      return Object.keys(patch).length || open.size || slots.length ? { version, patch, collisions: collisions(), slots } : null;
    },
    /** @param {string} name of a field @param {string} text that was refused @param {string} why */
    refuse(name, text, why) {
      wrong.set(name, text);
      complain(name, why);
    },
    /**
     * Lays another text beside what the desk has now, unless that is the same.
     *
     * @param {Pick<Collision, "block" | "field" | "mine"> & { own?: boolean }} one
     */
    lay(one) {
      const theirs = one.block ? (byId(body).get(one.block) ?? null) : fields[one.field];
      const same = one.block ? one.mine === theirs || (one.mine && isSame(asGiven(one.mine), theirs)) : one.mine === theirs;
      if (!same) {
        // What collides on this page itself keeps its own place beside it.
        const key = `laid ${++laid}`;
        open.set(key, { block: one.block, field: one.field, mine: one.mine, theirs, held: false, here: "theirs", own: Boolean(one.own), key });
      }
    },
    /** Puts blocks where an earlier page had them. @param {Array<{ id: string, after: string | null }>} placed */
    move(placed) {
      const here = editor.getBody();
      const there = byId(here);
      const known = placed.filter(({ id, after }) => there.has(id) && (after === null || there.has(after)));
      editor.setBody(patched(here, { placed: known }));
    },
    /**
     * Of two texts that collide the one on the page is what was written on since they did; nothing needs to be done to keep it.
     *
     * @param {string} key
     * @param {"mine" | "theirs" | "both" | "edit"} choice
     */
    choose(key, choice) {
      const one = open.get(key);
      const now = standing(one);
      open.delete(key);
      const { mine, theirs } = { ...one, [one.here]: now };
      if (choice === "both" && one.block === undefined) {
        writeField(one.field, `${theirs} ${mine}`.trim());
      } else if (choice === "both") {
        put(one.block, theirs, mine ? [{ ...mine, id: null }] : []);
      } else if (choice !== "edit" && choice !== one.here) {
        if (one.block === undefined) {
          writeField(one.field, one[choice]);
        } else {
          put(one.block, one[choice]);
        }
      }
    },
    /**
     * Whether the desk has all of this already.
     *
     * @param {{ patch: object, collisions: Collision[], slots?: Array<{ id: string, after: string | null }> }} draft
     */
    has({ patch, collisions: left, slots = [] }) {
      const known = byId(body);
      const order = (blocks) => blocks.map((block) => block.id).join(" ");
      const ads = new Map(editor.getAds().map((ad) => [ad.id, ad.after]));
      return (
        left.length === 0 &&
        (patch.blocks ?? []).every((block) => isSame(asGiven(block), known.get(block.id))) &&
        (patch.removed ?? []).every((id) => !known.has(id)) &&
        order(patched(body, { placed: patch.placed })) === order(body) &&
        slots.every(({ id, after }) => !ads.has(id) || ads.get(id) === after) &&
        (patch.slots?.brought ?? []).every(({ id }) => ads.has(id)) &&
        (patch.slots?.takenBack ?? []).every((id) => !ads.has(id)) &&
        Object.entries(fieldsOf(patch)).every(([name, text]) => fields[name] === text)
      );
    },
  };
}
