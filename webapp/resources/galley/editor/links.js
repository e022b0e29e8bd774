/** Which link targets a story may hold; the same rules as the server's `Links`, so that what is refused there is refused here first. */

const MAX_LENGTH = 2048;
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The target as it is stored, or null if it is refused.
 *
 * @param {string | null | undefined} target
 * @returns {string | null}
 */
export function acceptLink(target) {
  const trimmed = (target ?? "").trim().replaceAll(" ", "%20");
  if (!trimmed || trimmed.length > MAX_LENGTH || /[\s\p{Cc}"<>\\^`{|}]/u.test(trimmed)) {
    return null;
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(trimmed);
  if (!scheme) {
    return trimmed.startsWith("#") || (trimmed.startsWith("/") && !trimmed.startsWith("//")) ? trimmed : null;
  }
  const name = scheme[0].toLowerCase();
  if (!SCHEMES.has(name) || trimmed.length === name.length) {
    return null;
  }
  if (name.startsWith("http") && !/^https?:\/\/[^/?#]/i.test(trimmed)) {
    return null;
  }
  return name + trimmed.slice(name.length);
}

/** Like {@link acceptLink}, for targets on the web only. @param {string | null | undefined} target */
export function acceptWeb(target) {
  const accepted = acceptLink(target);
  return accepted && /^https?:/.test(accepted) ? accepted : null;
}

/** A picture's address: on the web or on the same site. @param {string | null | undefined} target */
export function acceptPicture(target) {
  const accepted = acceptLink(target);
  return accepted && (/^https?:/.test(accepted) || accepted.startsWith("/")) ? accepted : null;
}

/**
 * What a person typed as a link, made complete: `example.org/page` gets `https://`, `a@b.org` gets `mailto:`.
 *
 * @param {string} typed
 * @returns {string | null} null if it cannot be a link
 */
export function completeLink(typed) {
  const text = typed.trim();
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(text)) {
    return acceptLink(`mailto:${text}`);
  }
  if (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#].*)?$/u.test(text)) {
    return acceptLink(`https://${text}`);
  }
  return acceptLink(text);
}
