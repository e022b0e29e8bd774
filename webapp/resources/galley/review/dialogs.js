/** The dialogs of a review: opened by their buttons, open again after a refusal, and strict about the note that a choice needs. */

for (const button of document.querySelectorAll('[data-opens]')) {
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', () => document.getElementById(button.dataset.opens).showModal());
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => {
    // The dialog has no padding of its own: a press on itself is one on the backdrop.
    if (event.target === dialog || event.target.closest('[data-closes]')) {
      dialog.close();
    }
  });
  if (dialog.dataset.reopen === 'true') {
    dialog.showModal();
  }
}

for (const button of document.querySelectorAll('[data-sets]')) {
  button.addEventListener('click', () => {
    const field = document.getElementById(button.dataset.sets);
    field.value = button.dataset.value;
    field.focus();
  });
}

const note = document.getElementById('afterNote');

function requireNote() {
  const chosen = document.querySelector('[name="outcome"]:checked');
  note.required = chosen?.dataset.needsNote === 'true';
}

if (note) {
  document.getElementById('after').addEventListener('change', requireNote);
  requireNote();
}
