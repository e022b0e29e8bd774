/** Words with numbers in them, from messages that say `key.one`, `key.other` and so on, with `{0}`, `{1}` for what is put in. */

/** @param {string | undefined} pattern @param {Array<string | number>} values */
export const fill = (pattern, ...values) =>
  (pattern ?? "").replace(/\{(\d)\}/g, (_all, index) => String(values[Number(index)] ?? ""));

const language = () => document.documentElement.lang || "en";

/** They take long to make, and words are counted with every key. @type {Map<string, { plural: Intl.PluralRules, number: Intl.NumberFormat }>} */
const rules = new Map();

function rulesOf(name) {
  let known = rules.get(name);
  if (!known) {
    known = { plural: new Intl.PluralRules(name), number: new Intl.NumberFormat(name) };
    rules.set(name, known);
  }
  return known;
}

/**
 * The message for a number, in the plural form that the interface's language has for it.
 *
 * @param {Record<string, string>} messages
 * @param {string} key
 * @param {number} count `{0}` in the message
 * @param {...(string | number)} more
 */
export function count(messages, key, count, ...more) {
  const { plural, number } = rulesOf(language());
  const pattern = messages[`${key}.${plural.select(count)}`] ?? messages[`${key}.other`];
  return fill(pattern, number.format(count), ...more);
}
