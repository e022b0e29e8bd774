/**
 * The dialogs of a review: opened by their buttons, open again after a refusal, and strict about the note that a choice needs. Buttons
 * and dialogs are drawn anew when the story moves, so all of it is heard of at the document.
 */

const MINUTE = 60000;
const HOUR = 60 * MINUTE;
/** A time to come is one that people say: of every five minutes. */
const STEP = 5 * MINUTE;

const opened = Date.now();

/**
 * In an hour by the server's clock, in the desk's zone, as fields for times have it.
 *
 * @param {DOMStringMap} data of the button
 */
function inAnHour({ now, zone }) {
  const at = Math.ceil((Number(now) + (Date.now() - opened) + HOUR) / STEP) * STEP;
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(at));
  return said.replace(' ', 'T');
}

/** @param {HTMLElement} button */
const timeOf = ({ dataset }) => (dataset.now ? inAnHour(dataset) : dataset.value);

/** What a choice of what readers get needs, and what the button says of it: that something is taken from them looks like that. */
function followChoice() {
  const note = /** @type {HTMLTextAreaElement | null} */ (document.getElementById('afterNote'));
  if (note) {
    const chosen = document.querySelector('[name="outcome"]:checked');
    note.required = chosen?.dataset.needsNote === 'true';
    const go = /** @type {HTMLInputElement} */ (note.form.querySelector('[data-go][type="submit"]'));
    go.value = chosen?.dataset.go ?? go.dataset.go;
    go.classList.toggle('danger', chosen?.dataset.go !== undefined);
    go.classList.toggle('primary', chosen?.dataset.go === undefined);
  }
}

/** @param {HTMLDialogElement} dialog */
function open(dialog) {
  // A page may have been open for long when it comes to this; a time that nobody chose is made then.
  for (const field of dialog.querySelectorAll('[data-suggested]')) {
    if (field.value === field.defaultValue) {
      field.value = timeOf(dialog.querySelector('[data-sets][data-now]'));
      field.defaultValue = field.value;
    }
  }
  followChoice();
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const opener = target.closest('[data-opens]');
  if (opener) {
    open(document.getElementById(opener.dataset.opens));
    return;
  }
  const dialog = target.closest('dialog');
  // The dialog has no padding of its own: a press on itself is one on the backdrop.
  if (dialog && (target === dialog || target.closest('[data-closes]'))) {
    dialog.close();
  }
  const setter = target.closest('[data-sets]');
  if (setter) {
    const field = document.getElementById(setter.dataset.sets);
    field.value = timeOf(setter);
    field.focus();
  }
});
document.addEventListener('change', (event) => event.target.closest('#after') && followChoice());

const refused = document.querySelector('dialog[data-reopen="true"]');
const mistaken = document.querySelector('#decision .error:not(:empty)');
const told = document.querySelector('#told:has(.flash)');
if (refused) {
  // Whoever closes it goes on at the button that they pressed.
  const opener = document.querySelector(`[data-opens="${refused.id}"]`);
  opener?.closest('details')?.setAttribute('open', '');
  opener?.focus();
  open(refused);
} else if (mistaken) {
  mistaken.closest('.field').querySelector('textarea').focus();
} else {
  // Whoever pressed a button hears what came of it where it is said; the page is another one now.
  told?.focus();
}
