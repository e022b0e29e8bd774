/**
 * Keeps what is written and looked at clear of the bars that stand over the text: its own tools above, and below whatever a page
 * marks with `data-below-text`. Bars change their height as they wrap, so they are measured and not assumed.
 */

/** Pixels between a bar and the line that is written. */
const GAP = 20;

/**
 * @param {HTMLElement[]} above bars that stick to the top, one under the other
 * @returns {{ top: number, right: number, bottom: number, left: number, end: () => void }} in pixels, as they are just now
 */
export function room(above) {
  const page = document.documentElement;
  const [first] = above;
  const height = (bar) => (bar && getComputedStyle(bar).position !== "static" ? bar.offsetHeight : 0);
  const below = () => document.querySelector("[data-below-text]");
  const sides = {
    get top() {
      return (parseFloat(getComputedStyle(first).top) || 0) + above.reduce((sum, bar) => sum + height(bar), 0) + GAP;
    },
    get bottom() {
      return height(below()) + GAP;
    },
    left: 0,
    right: 0,
  };
  const before = page.style.scrollPaddingBlock;
  const measure = () => {
    first.parentElement?.style.setProperty("--galley-toolbar-height", `${first.offsetHeight}px`);
    // What the browser scrolls to by itself, for a cursor key or the Tab key, keeps clear too.
    page.style.scrollPaddingBlock = `${sides.top}px ${sides.bottom}px`;
  };
  const watch = new ResizeObserver(measure);
  [...above, below()].filter(Boolean).forEach((bar) => watch.observe(bar));
  return Object.assign(Object.create(sides), {
    end() {
      watch.disconnect();
      page.style.scrollPaddingBlock = before;
    },
  });
}
