/** Copies a link to the clipboard, or marks it where the browser does not allow that, and says what it did. */

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const field = /** @type {HTMLInputElement} */ (document.getElementById(button.dataset.copies));
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.done;
  } catch {
    // The link is marked: the keyboard copies it.
    field.focus();
  }
}

for (const button of document.querySelectorAll('[data-copies]')) {
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => copy(button));
}
