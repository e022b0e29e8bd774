/** Times as everybody at the desk reads them: in its zone, with the zone named, wherever the browser is. */

/**
 * @typedef {object} Zone
 * @property {(instant: Date | number) => string} hour such as `14:05 Kyiv (UTC+02:00)`
 * @property {(instant: Date | number) => string} full with its day
 */

/** @param {string} id of the zone @param {string} name for people @returns {Zone} */
export function deskZone(id, name) {
  const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const format = (options) => new Intl.DateTimeFormat(document.documentElement.lang || "en", { timeZone: id, ...options });
  const hour = format(HOUR);
  const full = format({ day: "numeric", month: "short", year: "numeric", ...HOUR });
  return {
    hour: (instant) => `${hour.format(instant)} ${name}`,
    full: (instant) => `${full.format(instant)} ${name}`,
  };
}
