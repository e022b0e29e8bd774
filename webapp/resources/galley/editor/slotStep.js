/**
 * A person's change to one ad slot as a step, so that undo and redo cover it like any other. It leaves the text as it is; the
 * slots' own plugin reads it.
 */
import { Step, StepResult } from "prosemirror-transform";

/**
 * @typedef {object} Standing
 * @property {string | null} anchor id of the block that the slot stands after; null for the top, or without a place
 * @property {string | null} home
 * @property {"placed" | "displaced" | "orphaned" | "surplus"} state
 * @property {boolean} hasPlace
 * @property {boolean} pinned
 * @property {boolean} byHand
 */

export class SlotStep extends Step {
  /**
   * @param {import("galley/slots.js").Ad} ad
   * @param {Standing | null} from null if there was no such slot
   * @param {Standing | null} to null if there is to be none
   */
  constructor(ad, from, to) {
    super();
    this.ad = ad;
    this.from = from;
    this.to = to;
  }

  apply(doc) {
    return StepResult.ok(doc);
  }

  invert() {
    return new SlotStep(this.ad, this.to, this.from);
  }

  map() {
    return this;
  }

  toJSON() {
    return { stepType: "galleySlot", ad: this.ad, from: this.from, to: this.to };
  }

  static fromJSON(_schema, json) {
    return new SlotStep(json.ad, json.from, json.to);
  }
}

Step.jsonID("galleySlot", SlotStep);
