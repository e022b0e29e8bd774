/** A picture with all that is done to it in its place: choosing, dropping, pasting, progress, what went wrong, its focus point. */
import { focusPoint, mediaId } from "galley/focusPoint.js";
import { acceptPicture } from "galley/links.js";

/** What the file chooser offers first; what is taken is decided by the server, by content. */
const TYPES = "image/jpeg,image/png,image/webp,image/gif";

/** @param {string} tag @param {string} name */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/** The files of a drop or a paste. @param {DataTransfer | null} data */
export const filesOf = (data) => [...(data?.files ?? [])];

/**
 * @param {object} around
 * @param {ReturnType<typeof import("galley/uploads.js").uploadsOf>} around.uploads
 * @param {Record<string, string>} around.messages
 * @param {() => string} around.key of the place, by which its uploads are known
 * @param {() => boolean} around.editable
 */
export function pictureFrame({ uploads, messages, key, editable }) {
  const element = make("div", "galley-picture-place");
  const frame = make("div", "galley-picture");
  const picture = document.createElement("img");
  const note = make("span", "galley-picture-note");
  frame.append(picture, note);
  const progress = document.createElement("progress");
  progress.className = "galley-picture-progress";
  progress.max = 1;
  progress.setAttribute("aria-label", messages["image.sending"]);
  const said = make("div", "galley-picture-said");
  said.setAttribute("role", "status");
  const tools = make("div", "galley-picture-tools");
  const focus = focusPoint({ root: uploads.root, frame, picture, messages });

  const button = (name, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn small galley-picture-${name}`;
    made.addEventListener("click", action);
    tools.append(made);
    return made;
  };
  const input = document.createElement("input");
  input.type = "file";
  input.accept = TYPES;
  input.hidden = true;
  input.tabIndex = -1;
  const choose = button("choose", () => input.click());
  const point = button("focus", () => {
    if (focus.isOpen()) {
      focus.close();
    } else {
      focus.open(src);
    }
    point.setAttribute("aria-expanded", String(focus.isOpen()));
  });
  point.textContent = messages["focus.title"];
  const retry = button("retry", () => uploads.again());
  retry.textContent = messages["image.retry"];
  const give = button("drop", () => {
    uploads.drop(key());
    choose.focus();
  });
  give.textContent = messages["image.giveUp"];
  tools.append(input);
  element.append(frame, progress, said, tools, focus.element);

  /** @type {string} */
  let src = "";
  let alt = "";
  /** @type {string | null} */
  let shown = null;
  /** @type {string | null} */
  let listening = null;
  let deaf = () => {};

  const take = (file) => uploads.start(key(), file);
  input.addEventListener("change", () => {
    if (input.files[0]) {
      take(input.files[0]);
      input.value = "";
    }
  });
  element.addEventListener("paste", (event) => {
    const [file] = filesOf(event.clipboardData);
    if (file && editable()) {
      event.preventDefault();
      event.stopPropagation();
      take(file);
    }
  });
  element.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  element.addEventListener("drop", (event) => {
    const [file] = filesOf(event.dataTransfer);
    if (file && editable()) {
      event.preventDefault();
      event.stopPropagation();
      take(file);
    }
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && focus.isOpen()) {
      event.preventDefault();
      event.stopPropagation();
      focus.close();
      point.setAttribute("aria-expanded", "false");
      point.focus();
    }
  });

  const tell = (text) => {
    note.textContent = text;
    picture.hidden = text !== "";
  };
  picture.addEventListener("error", () => {
    if (shown) {
      // A file that is being sent has no address yet; what is wrong with it is said below.
      tell(uploads.at(key()) ? "" : messages["image.broken"]);
      picture.hidden = true;
    }
  });
  picture.addEventListener("load", () => tell(""));

  const draw = () => {
    const upload = uploads.at(key());
    const accepted = acceptPicture(src);
    const wanted = upload?.preview ?? (accepted?.startsWith("/") ? uploads.root + accepted : (accepted ?? ""));
    picture.alt = alt;
    if (wanted !== shown) {
      shown = wanted;
      tell(wanted ? "" : messages["image.none"]);
      if (wanted) {
        picture.src = wanted;
      } else {
        picture.removeAttribute("src");
      }
    }
    const own = Boolean(mediaId(src)) && !upload;
    element.dataset.own = String(own);
    element.dataset.state = upload?.state ?? "";
    progress.hidden = upload?.state !== "sending";
    progress.value = upload?.part ?? 0;
    const text = upload?.state === "sending" ? messages["image.sending"] : (upload?.said ?? "");
    if (said.textContent !== text) {
      said.textContent = text;
    }
    tools.hidden = !editable();
    choose.textContent = messages[src || upload ? "image.replace" : "image.choose"];
    point.hidden = !own;
    point.setAttribute("aria-expanded", String(focus.isOpen()));
    retry.hidden = upload?.state !== "waiting";
    give.hidden = !upload || upload.state === "sending";
    if (!own) {
      focus.close();
    }
  };

  return {
    element,
    choose,
    /** Whether an event inside is the frame's own business. @param {EventTarget | null} target */
    owns: (target) =>
      tools.contains(target) || focus.element.contains(target) || (focus.isOpen() && frame.contains(target)),
    /** @param {{ src: string, alt: string }} now */
    show(now) {
      ({ src, alt } = now);
      if (listening !== key()) {
        deaf();
        listening = key();
        deaf = uploads.listen(listening, draw);
      }
      draw();
    },
    destroy: () => deaf(),
  };
}
