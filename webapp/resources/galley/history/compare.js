/**
 * Steps through the changes of a comparison by buttons and by the keys n and p, and folds away what did not change.
 */
const comparison = document.querySelector('[data-comparison]');
const steps = document.querySelector('[data-steps]');

if (comparison && steps) {
  const changes = [...comparison.querySelectorAll('.changed')];
  const place = steps.querySelector('[data-place]');
  let at = -1;

  /** @param {number} index which change to show, counted from 0, wrapping round at both ends */
  const show = (index) => {
    if (changes.length === 0) return;
    changes[at]?.classList.remove('current');
    at = (index + changes.length) % changes.length;
    const change = changes[at];
    change.classList.add('current');
    change.tabIndex = -1;
    change.focus({ preventScroll: true });
    change.scrollIntoView({ block: 'center' });
    place.textContent = steps.dataset.pattern.replace('{0}', at + 1).replace('{1}', changes.length);
  };
  const next = () => show(at + 1);
  const previous = () => show(at < 0 ? -1 : at - 1);

  steps.querySelector('[data-next]').addEventListener('click', next);
  steps.querySelector('[data-previous]').addEventListener('click', previous);
  for (const button of steps.querySelectorAll('[data-next], [data-previous]')) button.disabled = changes.length === 0;

  const fold = steps.querySelector('[data-fold]');
  fold.addEventListener('click', () => {
    const folded = comparison.classList.toggle('only-changes');
    fold.setAttribute('aria-pressed', String(folded));
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, [contenteditable]')) return;
    if (event.key === 'n') next();
    if (event.key === 'p') previous();
  });
}
