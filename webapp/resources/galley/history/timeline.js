/**
 * Puts earlier lines of the timeline below those shown as their end comes into sight. Without this script the link there leads to
 * them.
 */
const list = document.querySelector('[data-timeline]');
const pages = document.querySelector('.pages');

/**
 * Puts the rest of an editing session below the part of it that is shown.
 *
 * @param {Element} fresh the lines of the next page
 * @returns {HTMLElement | undefined} the session's heading, if there was a rest
 */
function goOn(fresh) {
  const rest = fresh.querySelector('[data-rest]');
  const begun = [...list.querySelectorAll('.session-group')].at(-1);
  if (!rest || !begun) return undefined;
  const [summary, ...lines] = rest.children;
  begun.append(...lines);
  begun.open ||= rest.open;
  summary.remove();
  rest.remove();
  return begun.querySelector('summary');
}

/** @param {HTMLAnchorElement} link */
async function fetchEarlier(link) {
  const answer = await fetch(`${link.href}&part=timeline`, { headers: { Accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-timeline]');
  if (!answer.ok || !fresh) throw new Error(`the timeline answered ${answer.status}`);
  const days = list.querySelectorAll('.day');
  const day = fresh.querySelector('.day');
  // The day that was begun goes on.
  if (day && days.length > 0 && days[days.length - 1].textContent === day.textContent) day.remove();
  const first = goOn(fresh) ?? fresh.querySelector('.what, summary');
  list.append(...fresh.childNodes);
  return { next: page.querySelector('[data-earlier]'), first };
}

/** @param {HTMLAnchorElement} link */
function follow(link) {
  let asked = false;
  const more = async () => {
    if (asked) return;
    asked = true;
    link.setAttribute('aria-busy', 'true');
    const focused = document.activeElement === link;
    try {
      const { next, first } = await fetchEarlier(link);
      if (focused) first?.focus();
      link.remove();
      if (next) {
        const adopted = document.adoptNode(next);
        pages.append(adopted);
        follow(adopted);
      }
    } catch {
      // The link stays, and leads there.
      asked = false;
      link.removeAttribute('aria-busy');
    }
    seen.disconnect();
  };
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    more();
  });
  const seen = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), { rootMargin: '200px' });
  seen.observe(link);
}

const earlier = pages?.querySelector('[data-earlier]');
if (list && earlier) follow(earlier);

// The API counts a session only together with a header that no foreign page can send, and a plain link sends none.
const exporting = document.querySelector('[data-export]');
exporting?.addEventListener('click', async (event) => {
  event.preventDefault();
  exporting.setAttribute('aria-busy', 'true');
  const words = exporting.textContent;
  try {
    const answer = await fetch(exporting.href, { headers: { 'X-Galley': '1' } });
    if (!answer.ok) throw new Error(`the export answered ${answer.status}`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = exporting.download;
    link.click();
    URL.revokeObjectURL(link.href);
    exporting.textContent = words;
  } catch {
    exporting.textContent = exporting.dataset.failed;
  } finally {
    exporting.removeAttribute('aria-busy');
  }
});
