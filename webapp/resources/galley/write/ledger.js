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
 * @param {(ads: object[]) => void} around.adsMoved
 */
export function ledgerOf({ editor, writable, adsMoved, ...start }) {
  let { version } = start;
  let body = editor.startedEmpty ? [] : editor.getBody();
  let fields = readFields();
  /** @type {Map<string, Collision>} what is not sent before somebody chose */
  const open = new Map();
  /** Fields that the server refused, with the text that it did. @type {Map<string, string>} */
  const wrong = new Map();
  let bringing = false;

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
    open,
    wrong,
    unsent,
    take,
    version: () => version,
    body: () => body,
    fields: () => fields,
    /** Whether the text is just being changed by an answer and not by somebody. */
    isBringing: () => bringing,
    /** What the server does not have, with what was refused or waits for a choice: this must not get lost either. */
    own() {
      const patch = unsent() ?? {};
      const now = readFields();
      wrong.forEach((_text, name) => Object.assign(patch, fieldsBetween({ ...now, [name]: fields[name] }, now)));
      const here = byId(editor.getBody());
      const collisions = [...open.values()].map((one) => (one.held && one.block ? { ...one, mine: here.get(one.block) ?? null } : one));
      return Object.keys(patch).length || collisions.length ? { version, patch, collisions } : null;
    },
    /** @param {string} name of a field @param {string} text that was refused @param {string} why */
    refuse(name, text, why) {
      wrong.set(name, text);
      complain(name, why);
    },
    /** Lays another text beside what the desk has now. @param {Pick<Collision, "block" | "field" | "mine">} one */
    lay(one) {
      const theirs = one.block ? (byId(body).get(one.block) ?? null) : fields[one.field];
      collide({ ...one, theirs, held: false });
    },
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
  };
}
