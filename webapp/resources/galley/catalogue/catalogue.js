/** The catalogue in the browser: looks again as figures change, and while a run is at work. */

const PAUSE = 350;
const POLL = 1500;

/** PrimeFaces' own request, as that of Faces evaluates a string in each answer, which the page's policy forbids. */
function ask(form, button, update, done) {
  window.PrimeFaces.ab({
    source: `${form}:${button}`, event: 'action', formId: form, process: form, update: `${form}:${update}`,
    oncomplete: (xhr, status) => done(status === 'success')
  });
}

const live = () => document.getElementById('policy:live');

/** Sizes cannot stand in the markup: the page's policy keeps inline styles for scripts. */
function drawMeters() {
  for (const bar of live()?.querySelectorAll('[data-share]') ?? []) {
    bar.style.width = `${Math.min(100, Number(bar.dataset.share) * 2)}%`;
  }
  for (const mark of live()?.querySelectorAll('[data-at]') ?? []) {
    mark.style.left = `${Math.min(99, Number(mark.dataset.at) * 2)}%`;
  }
}

/** Writes beside each field what is wrong with it and where its figure comes from; the fields themselves are left alone. */
function drawMarks() {
  const marks = JSON.parse(live().dataset.marks);
  for (const figure of document.querySelectorAll('[data-figure]')) {
    const key = figure.dataset.figure;
    const input = figure.querySelector('input');
    const wrong = marks.problems[key] ?? '';
    figure.querySelector('[data-wrong]').textContent = wrong;
    figure.querySelector('[data-from]').textContent = marks.origins[key];
    figure.classList.toggle('own', input.value.trim() !== '');
    if (wrong) {
      input.setAttribute('aria-invalid', 'true');
    } else {
      input.removeAttribute('aria-invalid');
    }
  }
}

function watchPolicy(form) {
  let waiting = 0;
  let busy = false;
  let again = false;
  const look = () => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    live().setAttribute('aria-busy', 'true');
    ask('policy', 'recompute', 'live', ok => {
      busy = false;
      live().removeAttribute('aria-busy');
      document.getElementById('previewFailed').hidden = ok;
      if (ok) {
        drawMeters();
        drawMarks();
      }
      if (again) {
        again = false;
        look();
      }
    });
  };
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('click', event => {
    const reset = event.target.closest('[data-reset]');
    if (reset) {
      const input = reset.closest('[data-figure]').querySelector('input');
      input.value = '';
      input.focus();
      soon();
    } else if (event.target.closest('button, input[type="submit"]')) {
      // What was pressed looks at the figures itself; a look after it would take away what it asks.
      clearTimeout(waiting);
      again = false;
    }
  });
  drawMeters();
}

function watchRuns() {
  const list = () => document.getElementById('runs:list');
  const look = () => {
    if (list().dataset.atWork !== 'true') {
      return;
    }
    const focused = document.activeElement?.id;
    ask('runs', 'look', 'list', () => {
      if (focused && document.activeElement === document.body) {
        document.getElementById(focused)?.focus();
      }
      setTimeout(look, POLL);
    });
  };
  setTimeout(look, POLL);
}

const policy = document.getElementById('policy');
if (policy) {
  watchPolicy(policy);
}
if (document.getElementById('runs')) {
  watchRuns();
}
