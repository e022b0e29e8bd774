/** Says of each paragraph, while the pointer is on it, who last changed it in a revision, and when. */

/** Milliseconds for which an answer is good enough. */
const FRESH = 30000;

/**
 * @param {object} around
 * @param {import("galley/storyEditor.js").StoryEditor} around.editor
 * @param {ReturnType<typeof import("galley/write/wire.js").wire>} around.wire
 * @param {Record<string, string>} around.words
 * @param {import("galley/write/zone.js").Zone} around.zone
 */
export function blame({ editor, wire, words, zone }) {
  /** @type {Map<string, string>} */
  let known = new Map();
  let asked = -Infinity;

  const ask = async () => {
    asked = performance.now();
    try {
      const { blocks } = await wire.blame();
      known = new Map(
        blocks.map(({ id, authorName, revision, at }) => [
          id,
          words["blame.block"].replace("{0}", () => authorName).replace("{1}", revision).replace("{2}", zone.brief(new Date(at))),
        ]),
      );
    } catch {
      // Without an answer nothing is said; the next paragraph asks again later.
    }
  };

  editor.tellAbout((id) => {
    if (performance.now() - asked > FRESH) {
      ask();
    }
    return known.get(id) ?? "";
  });
  ask();
}
