/** The desk by keyboard: j and k move over the stories, Enter opens (the focus is on the story's link), / searches, n starts a story. */

/** @param {EventTarget | null} target @returns {boolean} whether keys belong to what somebody types or to a dialog */
function isTaken(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null;
}

/** @param {1 | -1} by */
function move(by) {
  const links = [...document.querySelectorAll('.stories .h')];
  if (links.length === 0) {
    return;
  }
  const row = document.activeElement?.closest('.stories tbody tr');
  const at = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
  links[next].focus();
  links[next].closest('tr').scrollIntoView({ block: 'nearest' });
}

const actions = {
  j: () => move(1),
  k: () => move(-1),
  '/': () => {
    const search = document.getElementById('q');
    search.focus();
    search.select();
  },
  n: () => document.getElementById('openNewStory')?.click(),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTaken(event.target)) {
    return;
  }
  const action = actions[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});
