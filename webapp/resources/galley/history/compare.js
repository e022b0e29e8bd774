/**
 * Steps through the changes of a comparison by buttons and by the keys n and p, folds away what did not change, and counts what is
 * picked for restoring. Where one is and whether it is folded stands behind the # of the address, so that it can be shared.
 */
const comparison = document.querySelector('[data-comparison]');
const steps = document.querySelector('[data-steps]');

if (comparison && steps) {
  const changes = [...comparison.querySelectorAll('.changed')];
  const place = steps.querySelector('[data-place]');
  const fold = steps.querySelector('[data-fold]');
  const view = document.querySelector('[data-view]');
  let at = -1;

  const remember = () => {
    const words = [...(at >= 0 ? [`change-${at + 1}`] : []), ...(comparison.classList.contains('only-changes') ? ['folded'] : [])];
    const hash = words.length > 0 ? `#${words.join(',')}` : '';
    history.replaceState(history.state, '', location.pathname + location.search + hash);
    if (view) view.hash = hash;
  };

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
    remember();
  };
  const next = () => show(at + 1);
  const previous = () => show(at < 0 ? -1 : at - 1);

  steps.querySelector('[data-next]').addEventListener('click', next);
  steps.querySelector('[data-previous]').addEventListener('click', previous);
  for (const button of steps.querySelectorAll('[data-next], [data-previous]')) button.disabled = changes.length === 0;

  /** In place of each run of rows without change a button that says how many there are and shows them. */
  const markFolded = () => {
    for (const old of comparison.querySelectorAll('.cmp-folded')) old.remove();
    let run = [];
    const close = (next) => {
      const hidden = run;
      run = [];
      const blocks = hidden.filter((row) => row.classList.contains('is-block')).length;
      if (blocks === 0) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'cmp-folded';
      button.textContent = blocks === 1 ? steps.dataset.foldedOne : steps.dataset.folded.replace('{0}', String(blocks));
      button.addEventListener('click', () => {
        for (const row of hidden) row.classList.add('unfolded');
        hidden[0].tabIndex = -1;
        hidden[0].focus({ preventScroll: true });
        button.remove();
      });
      comparison.insertBefore(button, next);
    };
    for (const row of [...comparison.children]) {
      if (row.matches('.cmp-row.same')) {
        row.classList.remove('unfolded');
        run.push(row);
      } else {
        close(row);
      }
    }
    close(null);
  };

  /** @param {boolean} folded */
  const setFold = (folded) => {
    if (folded) markFolded();
    comparison.classList.toggle('only-changes', folded);
    fold.setAttribute('aria-pressed', String(folded));
  };
  fold.addEventListener('click', () => {
    setFold(!comparison.classList.contains('only-changes'));
    remember();
  });

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) return;
    if (event.key === 'n') next();
    if (event.key === 'p') previous();
  });

  const words = location.hash.slice(1).split(',');
  setFold(words.includes('folded'));
  const shared = words.map((word) => /^change-([0-9]{1,5})$/.exec(word)).find(Boolean);
  if (shared && Number(shared[1]) >= 1 && Number(shared[1]) <= changes.length) show(Number(shared[1]) - 1);
}

const bar = document.querySelector('[data-picked-bar]');
if (comparison && bar) {
  const restore = bar.querySelector('[data-pattern]');
  const picks = () => [...comparison.querySelectorAll('.cmp-pick input:checked')];
  const count = () => {
    const picked = picks().length;
    bar.hidden = picked === 0;
    restore.textContent = restore.dataset.pattern.replace('{0}', picked);
  };
  comparison.addEventListener('change', (event) => event.target.closest('.cmp-pick') && count());
  bar.querySelector('[data-unpick]').addEventListener('click', () => {
    const [first, ...others] = picks();
    for (const pick of [first, ...others]) pick.checked = false;
    first.focus();
    count();
  });
  count();
}
