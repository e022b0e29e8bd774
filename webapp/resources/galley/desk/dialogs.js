/** The desk's dialogs: opened by their buttons, filled in for the story whose button it was, open again after a refusal. */

/** @param {string} id @returns {HTMLDialogElement} */
const dialogOf = (id) => /** @type {HTMLDialogElement} */ (document.getElementById(id));

/** Dialogs of which a person has no use are not in the page. @param {string} id */
export function open(id) {
  const dialog = dialogOf(id);
  if (dialog && !dialog.open) {
    dialog.showModal();
  }
}

/** Fills the dialog with what a story's button knows of it. @param {HTMLElement} button */
function assign(button) {
  const dialog = dialogOf('assign');
  const { assign: article, headline, assignee, due, words, priority, legal } = button.dataset;
  const set = (id, value) => {
    const field = dialog.querySelector(`#${id}`);
    if (field) {
      field.value = value ?? '';
    }
  };
  dialog.querySelector('[data-assign-headline]').textContent = headline ?? '';
  dialog.querySelector('#asLegal').checked = legal === 'true';
  set('asArticle', article);
  set('asAssignee', assignee);
  set('asDue', due);
  set('asWords', words);
  set('asPriority', priority);
  set('asNote', '');
  dialog.querySelector('[role="alert"]')?.remove();
  open('assign');
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) {
    return;
  }
  const opener = target.closest('[data-opens]');
  if (opener instanceof HTMLElement) {
    open(opener.dataset.opens);
  }
  const story = target.closest('[data-assign]');
  if (story instanceof HTMLElement) {
    assign(story);
  }
});

for (const button of document.querySelectorAll('[data-opens], [data-assign]')) {
  button.setAttribute('aria-haspopup', 'dialog');
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => {
    // The dialog has no padding of its own: a press on itself is one on the backdrop.
    if (event.target === dialog || (event.target instanceof Element && event.target.closest('[data-closes]'))) {
      dialog.close();
    }
  });
  for (const choice of dialog.querySelectorAll('select[data-kept]')) {
    if (dialog.dataset.reopen === 'true') {
      choice.value = choice.dataset.kept;
    }
  }
  if (dialog.dataset.reopen === 'true') {
    dialog.showModal();
  }
}

// Whoever pressed a button goes on where it is said what came of it; the page is another one now.
if (document.querySelector('dialog[open]') === null) {
  document.querySelector('[data-told]')?.focus();
}
