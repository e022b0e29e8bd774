/** Why the server did not take something, in the words of this screen; in the server's own where the screen has none. */
import { fill } from "galley/words.js";

/** @param {Record<string, string>} words @param {import("galley/write/wire.js").Refusal} refusal */
export const reasonOf = (words, { problem, status, message }) => words[`refusal.${problem.code}`] ?? words[`refusal.${status}`] ?? message;

/**
 * What is wrong with a field.
 *
 * @param {Record<string, string>} words
 * @param {string} name of the field
 * @param {{ rule: string, message: string }} violation
 */
export const faultOf = (words, name, { rule, message }) =>
  words[`wrong.${name}.${rule}`] ?? (words[`wrong.${rule}`] ? fill(words[`wrong.${rule}`], words[`field.${name}`] ?? name) : `${message}.`);
