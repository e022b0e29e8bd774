/** What a person prefers, kept in this browser. */

const KEY = "galley.smartQuotes";

/** A browser that keeps nothing still writes. */
const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

let on = stored() !== "off";

/** Whether straight quotes become those of the story's language as they are typed. */
export const smartQuotes = {
  on: () => on,
  toggle() {
    on = !on;
    try {
      localStorage.setItem(KEY, on ? "on" : "off");
    } catch {
      // Then it holds for as long as the page is open.
    }
  },
};
