/** The picture above the text: the same frame as in the text, over the fields that say where it is and what it shows. */
import { fieldOf, writeField } from "galley/write/headerFields.js";

const KEY = "lead";
const SRC = "leadImage.src";

/**
 * @param {object} around
 * @param {HTMLElement} around.host
 * @param {import("galley/storyEditor.js").StoryEditor} around.editor
 * @param {boolean} around.writable
 */
export function leadPicture({ host, editor, writable }) {
  const { uploads, frame: made } = editor.pictures;
  const frame = made({ key: () => KEY, editable: () => writable });
  const source = fieldOf(SRC);
  const alt = fieldOf("leadImage.alt");
  const show = () => frame.show({ src: source.value.trim(), alt: alt.value });
  uploads.placing((key, src) => {
    if (key === KEY) {
      writeField(SRC, src);
      source.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return key === KEY;
  });
  host.append(frame.element);
  [source, alt].forEach((field) => ["input", "galley:field"].forEach((name) => field.addEventListener(name, show)));
  show();
}

/** Whether the place above the text waits for a picture. @param {string} key */
export const leadWaits = (key) => key === KEY && !fieldOf(SRC).value.trim();
