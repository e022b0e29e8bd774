/** Import: files that are dropped anywhere on the form are given to its file field; what is too large is said before it is sent. */

const KEPT = 'galley.import.text';
const form = document.getElementById('source');

if (form) {
  const text = document.getElementById('source:text');
  const file = document.getElementById('source:file');
  const zone = form.querySelector('.drop');
  const most = Number(text.dataset.most);

  /** @param {'text' | 'file'} field @param {string} words */
  const complain = (field, words) => {
    form.querySelector(`[data-problem="${field}"]`).textContent = words;
    const input = field === 'text' ? text : file;
    if (words) {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    } else {
      input.removeAttribute('aria-invalid');
    }
  };

  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');

  form.addEventListener('dragover', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      zone.classList.add('over');
    }
  });
  form.addEventListener('dragleave', (event) => {
    if (!form.contains(event.relatedTarget)) {
      zone.classList.remove('over');
    }
  });
  form.addEventListener('drop', (event) => {
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    zone.classList.remove('over');
    file.files = event.dataTransfer.files;
    complain('file', '');
    document.getElementById('source:recognise').focus();
  });
  file.addEventListener('change', () => complain('file', ''));

  form.addEventListener('submit', (event) => {
    const chosen = [...file.files].reduce((sum, one) => sum + one.size, 0);
    const tooLarge = text.dataset.tooLarge;
    const textTooLarge = new Blob([text.value]).size > most;
    complain('text', '');
    complain('file', '');
    if (chosen > most) {
      event.preventDefault();
      complain('file', tooLarge);
    } else if (textTooLarge) {
      event.preventDefault();
      complain('text', tooLarge);
    }
  });

  // A session may end while somebody reads: the text waits in this tab until the story exists.
  text.addEventListener('input', () => {
    try {
      sessionStorage.setItem(KEPT, text.value);
    } catch {
      // Full or forbidden storage only means that there is no second copy.
    }
  });
  const kept = sessionStorage.getItem(KEPT);
  if (kept && text.value === '' && !form.querySelector('.ui-message-error, .ui-messages-error')) {
    text.value = kept;
    form.querySelector('[data-restored]').hidden = false;
  }
}

document.getElementById('story:create')?.addEventListener('click', () => sessionStorage.removeItem(KEPT));

const picks = document.querySelector('[data-pick-all]');
picks?.addEventListener('change', () => {
  for (const box of document.querySelectorAll('input[name="take"]')) {
    box.checked = picks.checked;
  }
});
