/** The header's fields as the page shows them, each as one text, and as the API has them; and what is wrong beside each. */

/** @typedef {Record<string, string>} Fields by name in the API; of the lead picture `leadImage.src` and so on */

/** Names in the API, and ids on the page. */
const IDS = {
  headline: "headline",
  standfirst: "standfirst",
  bylines: "bylines",
  dateline: "dateline",
  stamp: "stamp",
  section: "section",
  slug: "slug",
  tags: "tags",
  language: "language",
  "leadImage.src": "imageSource",
  "leadImage.alt": "imageAlternative",
  "leadImage.caption": "imageCaption",
  "leadImage.credit": "imageCredit",
};
const LISTS = new Set(["bylines", "tags"]);
const PICTURE = "leadImage.";

/** @param {string} name @returns {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */
export const fieldOf = (name) => document.getElementById(`story:${IDS[name]}`);

const parts = (text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

/** A field's text as the desk keeps it. @param {string} name @param {string} text */
const tidy = (name, text) => {
  const line = LISTS.has(name) ? parts(text).join(", ") : text.trim().replace(/\s+/g, " ");
  return name === "slug" ? line.toLowerCase() : line;
};

/** @returns {Fields} */
export function readFields() {
  return Object.fromEntries(Object.keys(IDS).map((name) => [name, tidy(name, fieldOf(name).value)]));
}

/** @param {string} name @param {string} text */
export function writeField(name, text) {
  const field = fieldOf(name);
  if (field && tidy(name, field.value) !== text) {
    field.value = text;
    field.dispatchEvent(new CustomEvent("galley:field", { bubbles: true }));
  }
}

/** The fields that differ, as members of an autosave. @param {Fields} from @param {Fields} to */
export function fieldsBetween(from, to) {
  /** @type {Record<string, unknown>} */
  const members = {};
  for (const [name, text] of Object.entries(to)) {
    if (text === from[name]) {
      continue;
    }
    if (name.startsWith(PICTURE)) {
      const picture = Object.entries(to).filter(([key]) => key.startsWith(PICTURE));
      members.leadImage = Object.fromEntries(picture.map(([key, value]) => [key.slice(PICTURE.length), value]));
    } else if (LISTS.has(name)) {
      members[name] = parts(text);
    } else {
      members[name] = name === "stamp" && text === "" ? null : text;
    }
  }
  return members;
}

/** The fields that members of the API name, as texts. @param {Record<string, unknown>} members @returns {Fields} */
export function fieldsOf(members) {
  /** @type {Fields} */
  const fields = {};
  for (const [name, value] of Object.entries(members)) {
    if (name === "leadImage") {
      ["src", "alt", "caption", "credit"].forEach((part) => (fields[PICTURE + part] = value?.[part] ?? ""));
    } else if (name in IDS) {
      fields[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
    }
  }
  return fields;
}

/** The field that a JSON pointer leads to, or undefined. @param {string} pointer such as `/bylines/2` */
export function fieldAt(pointer) {
  const [, first, second] = pointer.split("/");
  return [`${first}.${second}`, first].find((name) => name in IDS);
}

/** @param {string} name @param {string} text what is wrong; empty if nothing is any more */
export function complain(name, text) {
  const field = fieldOf(name);
  const id = `${field.id}-live`;
  let note = document.getElementById(id);
  if (!text) {
    if (note) {
      note.remove();
      field.removeAttribute("aria-invalid");
      describe(field, id, false);
    }
    return;
  }
  if (!note) {
    note = document.createElement("p");
    note.id = id;
    note.className = "field-wrong";
    (field.closest(".suggesting, .ui-inputtextarea") ?? field).after(note);
    field.closest("details")?.setAttribute("open", "");
  }
  note.textContent = text;
  field.setAttribute("aria-invalid", "true");
  describe(field, id, true);
}

/** @param {Element} field @param {string} id @param {boolean} add */
function describe(field, id, add) {
  const ids = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  const now = add ? [...ids, id] : ids;
  if (now.length) {
    field.setAttribute("aria-describedby", now.join(" "));
  } else {
    field.removeAttribute("aria-describedby");
  }
}
