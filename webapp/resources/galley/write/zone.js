/** Times as everybody at the desk reads them: in its zone, with the zone named, wherever the browser is. */

/**
 * @typedef {object} Zone
 * @property {(instant: Date | number) => string} hour such as `14:05 Kyiv (UTC+02:00)`
 * @property {(instant: Date | number) => string} full with its day
 * @property {(instant: Date | number) => string} brief as all screens have times: `14:05`, `3 Dec, 14:05` or `3 Dec 2024, 14:05`
 */

/** @param {string} id of the zone @param {string} name for people @returns {Zone} */
export function deskZone(id, name) {
  const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const format = (options) => new Intl.DateTimeFormat(document.documentElement.lang || "en", { timeZone: id, ...options });
  const hour = format(HOUR);
  const full = format({ day: "numeric", month: "short", year: "numeric", ...HOUR });
  // English names of months, as the server writes them; British English has one of four letters.
  const parts = new Intl.DateTimeFormat("en", { timeZone: id, day: "numeric", month: "short", year: "numeric", ...HOUR });
  /** @param {Date | number} instant @returns {Record<string, string>} */
  const read = (instant) => Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
  const brief = (instant) => {
    const at = read(instant);
    const today = read(Date.now());
    const isThisYear = at.year === today.year;
    const day = isThisYear && at.month === today.month && at.day === today.day ? "" : `${at.day} ${at.month}`;
    return `${day}${isThisYear ? "" : ` ${at.year}`}${day && ", "}${at.hour}:${at.minute}`;
  };
  return {
    hour: (instant) => `${hour.format(instant)} ${name}`,
    full: (instant) => `${full.format(instant)} ${name}`,
    brief,
  };
}
