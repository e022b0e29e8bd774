/** Chosen stories: how many there are, and the bar of what can be done with all of them. */

/** @returns {HTMLInputElement[]} */
const boxes = () => /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('.stories input[name="pick"]')]);

const bar = document.querySelector('[data-many]');

function count() {
  const chosen = boxes().filter((box) => box.checked);
  for (const box of boxes()) {
    box.closest('tr').classList.toggle('chosen', box.checked);
  }
  if (bar) {
    const words = bar.querySelector('strong');
    bar.hidden = chosen.length === 0;
    document.body.classList.toggle('choosing', chosen.length > 0);
    words.textContent = chosen.length === 1 ? words.dataset.countOne : words.dataset.countMore.replace('{0}', String(chosen.length));
  }
}

/** Chooses no story any more. */
export function chooseNone() {
  boxes().forEach((box) => {
    box.checked = false;
  });
  count();
}

/** Chooses a story, or no longer. @param {Element} row */
export function choose(row) {
  const box = row.querySelector('input[name="pick"]');
  if (box) {
    box.checked = !box.checked;
    count();
  }
}

/** The one whose box was pressed last, for choosing all between two with Shift. */
let last = null;

document.addEventListener('click', (event) => {
  const target = event.target;
  if (!(target instanceof Element)) {
    return;
  }
  if (target.closest('[data-choose-none]')) {
    chooseNone();
  }
  if (target instanceof HTMLInputElement && target.name === 'pick') {
    const all = boxes();
    const from = all.indexOf(last);
    const to = all.indexOf(target);
    if (event.shiftKey && from >= 0) {
      all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((box) => {
        box.checked = target.checked;
      });
    }
    last = target;
    count();
  }
});

// A browser that comes back to a page remembers what was ticked.
window.addEventListener('pageshow', count);
count();
