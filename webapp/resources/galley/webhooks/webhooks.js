/** Copies the secret that is shown once; without the clipboard it is selected, to be copied by hand. */

for (const button of document.querySelectorAll('[data-copies]')) {
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    } catch {
      // Pages without TLS have no clipboard; the text is selected.
    }
  });
}
