/**
 * Lines of a pasted text that say no more than "AD": where the source had an advertisement. Each becomes an automatic ad slot after
 * the paragraph before, as in an import; on a surface that gives slots no definition it goes, and that is said.
 */
import { Plugin } from "prosemirror-state";
import { newId } from "galley/ids.js";
import { slotsKey } from "galley/slots.js";
import { SlotStep } from "galley/slotStep.js";

const EDGE = "[\\s\\[\\](){}<>«»【】*=\\-–—―_~#|•·+:/\\\\]*";
/** The same as an import knows ({@code AdLine.java}). */
const WORDS = [
  "ad", "ads", "advert", "advertisement", "advertisment", "advertising", "реклама", "anzeige", "werbung", "إعلان",
  "إعلانات", "اعلان", "广告", "廣告", "広告", "reklama", "reklāma", "reklaam", "reklam", "διαφήμιση",
  "διαφημιση", "publicidad", "publicidade", "publicitate", "publicité", "pubblicità", "آگهی", "تبلیغات", "פרסומת", "hirdetés",
  "რეკლამა", "advertentie", "annons", "اشتہار",
];
const LINE = new RegExp(`^${EDGE}(${WORDS.join("|")})(?:\\s*#?\\d{1,2})?${EDGE}(?:scroll to continue(?: with content| reading)?)?${EDGE}$`, "iu");

/** Whether a paragraph is such a line; the same lines as in an imported text. @param {string} text */
export function isAdLine(text) {
  const match = LINE.exec(text);
  // "Ad" or "ads" may be a word of a story's own; as a marker they are capitals, or set off by signs.
  return Boolean(match) && (match[1].length > 3 || match[1] === match[1].toUpperCase() || text.trim() !== match[1]);
}

/**
 * @param {object} options
 * @param {() => string | null} options.definition key of the definition that new slots get; null if there are to be none
 * @param {(lines: number) => void} options.tell hears how many lines were left out or became slots
 */
export function adLines({ definition, tell }) {
  return new Plugin({
    appendTransaction(transactions, _before, state) {
      const pasted = transactions.filter((tr) => tr.getMeta("paste"));
      if (pasted.length === 0) {
        return null;
      }
      // Where the paste put something, in the document as it is now.
      let from = state.doc.content.size;
      let to = 0;
      transactions.forEach((tr, t) => {
        tr.mapping.maps.forEach((map, m) => {
          const rest = [tr.mapping.slice(m + 1), ...transactions.slice(t + 1).map((later) => later.mapping)];
          map.forEach((_oldFrom, _oldTo, start, end) => {
            from = Math.min(from, rest.reduce((pos, mapping) => mapping.map(pos, -1), start));
            to = Math.max(to, rest.reduce((pos, mapping) => mapping.map(pos, 1), end));
          });
        });
      });
      const found = [];
      state.doc.forEach((node, pos, index) => {
        const inside = pos < to && pos + node.nodeSize > from;
        if (inside && node.type.name === "paragraph" && isAdLine(node.textContent)) {
          found.push({ pos, size: node.nodeSize, index });
        }
      });
      if (found.length === 0) {
        return null;
      }
      const lines = new Set(found.map((line) => line.index));
      const key = definition();
      const tr = state.tr;
      const taken = new Set(state.doc.children.map((node) => node.attrs.id));
      slotsKey.getState(state).slots.forEach((slot) => taken.add(slot.ad.id));
      const slots = key === null ? [] : found.map(({ index }) => slotAfter(state.doc, lines, index, key, newId(taken)));
      [...found].reverse().forEach(({ pos, size }) => {
        if (tr.doc.childCount > 1) {
          tr.delete(pos, pos + size);
        } else {
          tr.delete(pos + 1, pos + size - 1);
        }
      });
      slots.forEach((step) => tr.step(step));
      tell(found.length);
      return tr;
    },
  });
}

/**
 * @param {import("prosemirror-model").Node} doc
 * @param {Set<number>} lines indexes of the lines that go
 * @param {number} index of the line
 * @param {string} definition
 * @param {string} id
 */
function slotAfter(doc, lines, index, definition, id) {
  let before = index - 1;
  while (before >= 0 && lines.has(before)) {
    before--;
  }
  const anchor = before < 0 ? null : doc.child(before).attrs.id;
  const ad = { id, definition, label: definition, detail: "", after: anchor, pinned: false, state: "placed", home: null };
  const to = { anchor, home: null, state: "placed", hasPlace: true, pinned: false, byHand: true };
  if (anchor === null) {
    return new SlotStep(ad, null, { ...to, state: "surplus", hasPlace: false });
  }
  return new SlotStep(ad, null, to);
}
