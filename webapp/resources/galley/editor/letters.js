/**
 * Which letter a shortcut was pressed with, also on keyboards that write Cyrillic, Greek or Arabic: there the key's place says it, as
 * it does for the browser's own shortcuts.
 */
import { base } from "w3c-keyname";

const LATIN = /^[\x20-\x7e]$/;

/** @param {KeyboardEvent} event @returns {string} small; the name of a key that is no letter as it is, in small letters too */
export function letterOf(event) {
  const typed = event.key.toLowerCase();
  return typed.length === 1 && !LATIN.test(typed) ? (base[event.keyCode] ?? typed) : typed;
}
