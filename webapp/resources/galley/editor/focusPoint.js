/** Says what matters most in a picture, by a click in it or by two sliders, and shows how a wide cut then looks. */

/** Milliseconds after the last move. */
const PAUSE = 400;

/** The id of a picture that was uploaded here, or null. @param {string} src */
export const mediaId = (src) => /^\/media\/([0-9a-f]{32})\//.exec(src)?.[1] ?? null;

/** @param {string} tag @param {string} name */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/**
 * @param {object} around
 * @param {string} around.root the application's path
 * @param {HTMLElement} around.frame holds the picture
 * @param {HTMLImageElement} around.picture
 * @param {Record<string, string>} around.messages
 */
export function focusPoint({ root, frame, picture, messages }) {
  const element = make("div", "galley-focus");
  element.hidden = true;
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", messages["focus.title"]);
  const mark = make("span", "galley-focus-mark");
  mark.setAttribute("aria-hidden", "true");
  mark.hidden = true;
  const cut = make("div", "galley-focus-cut");
  const preview = document.createElement("img");
  preview.alt = "";
  cut.append(preview);
  const said = make("div", "galley-focus-said");
  said.setAttribute("role", "status");
  const hint = make("div", "galley-focus-hint");
  hint.textContent = messages["focus.hint"];

  const slider = (name) => {
    const label = make("label", "galley-focus-slider");
    const text = document.createElement("span");
    text.textContent = messages[name];
    const input = document.createElement("input");
    input.type = "range";
    input.min = "0";
    input.max = "100";
    input.addEventListener("input", () => moved());
    label.append(text, input);
    return { label, input };
  };
  const x = slider("focus.x");
  const y = slider("focus.y");
  const sliders = make("div", "galley-focus-sliders");
  sliders.append(hint, x.label, y.label, said);
  element.append(cut, sliders);
  frame.append(mark);

  /** @type {string | null} */
  let id = null;
  let timer = 0;

  const address = () => `${root}/api/v1/media/${id}`;
  const call = async (url, init = {}) => {
    const response = await fetch(url, { credentials: "same-origin", ...init, headers: { "X-Galley": "1", ...init.headers } });
    const json = await response.json();
    if (!response.ok) {
      throw new Error(String(json.detail ?? json.title));
    }
    return json;
  };

  /** Where the picture itself is inside its element, which may be wider or higher. */
  const box = () => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    const scale = Math.min(width / picture.naturalWidth, height / picture.naturalHeight);
    const shownWidth = picture.naturalWidth * scale;
    const shownHeight = picture.naturalHeight * scale;
    return { left: left + (width - shownWidth) / 2, top: top + (height - shownHeight) / 2, width: shownWidth, height: shownHeight };
  };

  const show = () => {
    if (element.hidden || !picture.naturalWidth) {
      return;
    }
    const outer = frame.getBoundingClientRect();
    const inner = box();
    mark.style.left = `${inner.left - outer.left + (inner.width * Number(x.input.value)) / 100}px`;
    mark.style.top = `${inner.top - outer.top + (inner.height * Number(y.input.value)) / 100}px`;
    preview.style.objectPosition = `${x.input.value}% ${y.input.value}%`;
  };

  const save = async () => {
    const at = { x: Number(x.input.value), y: Number(y.input.value) };
    try {
      await call(`${address()}/focus`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(at),
      });
      said.textContent = messages["focus.saved"];
    } catch (problem) {
      said.textContent = problem instanceof TypeError ? messages["focus.offline"] : problem.message;
    }
  };
  const moved = () => {
    show();
    said.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };

  const point = (event) => {
    const inner = box();
    const hundredths = (value) => String(Math.max(0, Math.min(100, Math.round(value * 100))));
    x.input.value = hundredths((event.clientX - inner.left) / inner.width);
    y.input.value = hundredths((event.clientY - inner.top) / inner.height);
    moved();
  };
  frame.addEventListener("pointerdown", (event) => {
    if (!element.hidden && event.button === 0) {
      event.preventDefault();
      point(event);
      const over = new AbortController();
      window.addEventListener("pointermove", point, { signal: over.signal });
      ["pointerup", "pointercancel"].forEach((name) => window.addEventListener(name, () => over.abort(), { signal: over.signal }));
    }
  });
  new ResizeObserver(show).observe(frame);

  const close = () => {
    element.hidden = true;
    mark.hidden = true;
    delete frame.dataset.focusing;
  };
  return {
    element,
    isOpen: () => !element.hidden,
    close,
    /** @param {string} src */
    async open(src) {
      id = mediaId(src);
      preview.src = root + src;
      element.hidden = false;
      mark.hidden = false;
      frame.dataset.focusing = "true";
      x.input.focus();
      try {
        const { focus } = await call(address());
        x.input.value = String(focus.x);
        y.input.value = String(focus.y);
        said.textContent = "";
      } catch {
        said.textContent = messages["focus.offline"];
      }
      show();
    },
  };
}
