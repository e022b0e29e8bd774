/** Offers, for words that are selected in one paragraph of a comparison, a way to their life through the revisions. */

/** What stands in a paragraph but is not in the newer text. */
const APART = '.sr, .set-what, del';
const LONGEST = 1000;

const comparison = document.querySelector('[data-comparison][data-life]');

if (comparison) {
  const link = document.createElement('a');
  link.className = 'btn small life-of';
  link.textContent = comparison.dataset.life;
  link.hidden = true;
  // Pressing the pointer on it must not take the selection away, and it with it.
  link.addEventListener('mousedown', (event) => event.preventDefault());
  document.body.append(link);

  /** @param {Node | null} node */
  const rowOf = (node) => (node instanceof Element ? node : node?.parentElement)?.closest('.cmp-row.is-block');

  /** @param {Range} range */
  const wordsOf = (range) => {
    const words = range.cloneContents();
    for (const apart of words.querySelectorAll(APART)) apart.remove();
    return words.textContent.replace(/[ \t\r\n]+/g, ' ').trim();
  };

  const look = () => {
    const selection = getSelection();
    const range = selection.isCollapsed || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
    const row = range && rowOf(range.commonAncestorContainer);
    const life = row && comparison.contains(row) ? row.querySelector('.cmp-who') : null;
    const words = life ? wordsOf(range) : '';
    link.hidden = words === '' || words.length > LONGEST;
    if (link.hidden) return;
    const address = new URL(life.href);
    address.searchParams.set('words', words);
    link.href = address.href;
    const place = range.getBoundingClientRect();
    const widest = document.documentElement.clientWidth - link.offsetWidth - 8;
    link.style.left = `${Math.max(8, Math.min(place.left, widest)) + scrollX}px`;
    link.style.top = `${place.bottom + 6 + scrollY}px`;
  };

  document.addEventListener('selectionchange', look);
}
