/** What every screen does once it is there: Back sends no form again, the focus stays where it was, the own tab is in sight. */

const KEPT = 'galley.pressed';

/** What was pressed in the page before this one, if that was this screen. @returns {string | null} */
function pressed() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    return kept && kept.path === location.pathname ? kept.id : null;
  } catch {
    return null;
  }
}

/** The first field that has a complaint, or what was pressed, or else the beginning of what is new. @param {string} id */
function nextPlace(id) {
  const complaint = document.querySelector('main .ui-message-error, main .error:not(:empty)');
  const field = complaint?.closest('.field')?.querySelector('input:not([type="hidden"]), textarea, select, [contenteditable]');
  const button = document.getElementById(id);
  return field ?? (button && !button.disabled && button.checkVisibility() ? button : document.getElementById('main'));
}

// A page that answered a form would be sent again by Back and by Reload; as an address it is only asked for again.
history.replaceState(history.state, '', location.href);

const id = pressed();
if (id !== null && document.activeElement === document.body) {
  nextPlace(id)?.focus({preventScroll: true});
}

document.addEventListener('submit', event => {
  if (event.defaultPrevented || !event.submitter) {
    return;
  }
  try {
    sessionStorage.setItem(KEPT, JSON.stringify({path: location.pathname, id: event.submitter.id}));
  } catch {
    // Without storage the focus begins at the top of the page.
  }
});

const tab = document.querySelector('.screens [aria-current]');
const tabs = tab?.parentElement;
if (tabs && tab.offsetLeft + tab.offsetWidth > tabs.scrollLeft + tabs.clientWidth) {
  tabs.scrollLeft = tab.offsetLeft + tab.offsetWidth - tabs.clientWidth;
}
