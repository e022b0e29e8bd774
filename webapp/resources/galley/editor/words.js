/** Words with numbers in them, from messages that say `key.one`, `key.other` and so on, with `{0}`, `{1}` for what is put in. */

/** @param {string | undefined} pattern @param {Array<string | number>} values */
export const fill = (pattern, ...values) =>
  (pattern ?? "").replace(/\{(\d)\}/g, (_all, index) => String(values[Number(index)] ?? ""));

const language = () => document.documentElement.lang || "en";

/**
 * The message for a number, in the plural form that the interface's language has for it.
 *
 * @param {Record<string, string>} messages
 * @param {string} key
 * @param {number} count `{0}` in the message
 * @param {...(string | number)} more
 */
export function count(messages, key, count, ...more) {
  const form = new Intl.PluralRules(language()).select(count);
  const pattern = messages[`${key}.${form}`] ?? messages[`${key}.other`];
  return fill(pattern, count.toLocaleString(language()), ...more);
}
