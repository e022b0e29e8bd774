/**
 * The writing surface. `mount` builds it into the element that `<g:storyEditor>` renders:
 *
 *     import { editorOf } from "galley/storyEditor.js";
 *     const editor = editorOf(document.querySelector("[data-galley-editor]"));
 *     const stop = editor.onChange(({ words }) => …);
 *
 * The element also dispatches `galley:ready` and `galley:change` with the counts, `galley:slots` when an ad slot moved, and
 * `galley:pasted` with what a paste had to leave out; all of them bubble.
 */
import { history } from "prosemirror-history";
import { EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { adLines } from "galley/adLines.js";
import { blockRange, moveBlocks, startOfBlock } from "galley/blocks.js";
import { commented, showComments } from "galley/commented.js";
import { readingMinutes } from "galley/count.js";
import { finding } from "galley/find.js";
import { findBox } from "galley/findBox.js";
import { handles } from "galley/handles.js";
import { bodyToDoc, countDoc, docToBody, docToJson } from "galley/html.js";
import { blockIds, withIds } from "galley/ids.js";
import { keys } from "galley/keys.js";
import { letterOf } from "galley/letters.js";
import { linkBox, linkTarget } from "galley/link.js";
import { optionsOf } from "galley/options.js";
import { others, showOthers } from "galley/others.js";
import { pasting } from "galley/paste.js";
import { pictureFrame } from "galley/pictureFrame.js";
import { placeInText, picturing } from "galley/picturing.js";
import { isEmptyStory, placeholder } from "galley/placeholder.js";
import { shortcuts } from "galley/shortcuts.js";
import { unplacedSlots } from "galley/bars.js";
import { blockAtCursor, movingSlots, putSlot } from "galley/moveSlots.js";
import { changeSince, marks } from "galley/since.js";
import { adSlots, changedAds, currentAds, movedByHand, slotsKey } from "galley/slots.js";
import { room } from "galley/room.js";
import { insert, toolbar } from "galley/toolbar.js";
import { typing } from "galley/typing.js";
import { notices } from "galley/notices.js";
import { smartQuotes } from "galley/preferences.js";
import { updateTo } from "galley/update.js";
import { uploadsOf } from "galley/uploads.js";
import { nodeViews } from "galley/views.js";

/**
 * @typedef {import("galley/html.js").BodyBlock} BodyBlock
 * @typedef {import("galley/slots.js").Ad} Ad
 *
 * @typedef {object} Counts
 * @property {number} words
 * @property {number} characters
 * @property {number} minutes reading time, at least 1
 * @property {number} blocks
 * @property {boolean} empty
 *
 * @typedef {object} Options each one, if left out, is read from the element's data attributes
 * @property {BodyBlock[]} [value]
 * @property {Ad[]} [ads]
 * @property {boolean} [readonly]
 * @property {string} [definition] key of the definition that slots made of pasted ad lines get
 * @property {boolean} [placing] whether this person may move ad slots
 * @property {string} [story] names the story, so that blocks that were copied out of another one are known for strangers
 * @property {string} [language] BCP 47
 * @property {string} [label] accessible name of the surface
 * @property {string} [placeholder]
 * @property {Record<string, string>} [messages]
 * @property {HTMLInputElement | null} [input] the field that is kept up to date with the body as JSON
 *
 * @typedef {object} StoryEditor
 * @property {HTMLElement} element
 * @property {() => BodyBlock[]} getBody
 * @property {boolean} startedEmpty whether the story had no blocks, so that the line that is shown is not the server's
 * @property {(body: BodyBlock[]) => void} setBody brings another version in; touches only what differs and keeps the cursor
 * @property {() => import("galley/since.js").Mark} mark remembers what the body is now, for {@link bring}; end it afterwards
 * @property {(mark: import("galley/since.js").Mark, body: BodyBlock[]) => boolean} bring changes the body as from the marked one
 *   to another; false, and nothing is done, if somebody has typed just there since
 * @property {(others: import("galley/others.js").Other[]) => void} showOthers who else is in which block
 * @property {(marks: import("galley/commented.js").Marks) => void} showComments which blocks have open comments
 * @property {(words: (id: string) => string) => void} tellAbout gives what is said of a block while the pointer is on it
 * @property {() => boolean} isComposing letters are being composed: nothing may change under them
 * @property {() => Ad[]} getAds the slots as they stand now, `after` the block that an edit of the text left them at
 * @property {() => { moved: Ad[], brought: Ad[], takenBack: string[] }} getChangedAds what somebody did to slots since then
 * @property {(ads: Ad[]) => void} setAds what the server has now
 * @property {() => boolean} movedAds whether somebody moved a slot by hand since then
 * @property {(id: string, after?: string) => boolean} putAd puts a slot after a block, by default that of the cursor
 * @property {() => Counts} getCounts
 * @property {(readonly: boolean) => void} setReadonly
 * @property {(language: string) => void} setLanguage and with it the direction of writing
 * @property {(id?: string) => void} focus the surface, or the end of a block
 * @property {() => { id: string, offset: number } | null} getCursor the block that holds the cursor
 * @property {(id: string, direction: -1 | 1) => boolean} moveBlock
 * @property {(listener: (counts: Counts) => void) => () => void} onChange returns what ends it
 * @property {{ uploads: ReturnType<typeof uploadsOf>, frame: (place: object) => ReturnType<typeof pictureFrame> }} pictures
 * @property {() => void} destroy
 */

/** @type {WeakMap<Element, StoryEditor>} */
const mounted = new WeakMap();
let surfaces = 0;

/** The editor that is mounted on an element. @param {Element | null} element @returns {StoryEditor | null} */
export function editorOf(element) {
  return (element && mounted.get(element)) ?? null;
}

/** Languages written from right to left. */
const RTL = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i;

/** @param {string} language BCP 47 */
export const directionOf = (language) => (RTL.test(language) ? "rtl" : "ltr");

/** @param {string} tag @param {string} name */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/**
 * Mounts the writing surface on an element.
 *
 * @param {HTMLElement} element
 * @param {Options} [given]
 * @returns {StoryEditor} the one that is there already, if there is one
 */
export function mount(element, given = {}) {
  const known = editorOf(element);
  if (known) {
    return known;
  }
  const options = optionsOf(element, given);
  const { messages, input, placing } = options;
  let { readonly, language } = options;
  /** @type {Set<(counts: Counts) => void>} */
  const listeners = new Set();

  const surface = make("div", "galley-surface");
  const status = make("div", "galley-hidden");
  status.setAttribute("role", "status");
  const exit = make("span", "galley-hidden");
  exit.tabIndex = -1;
  exit.textContent = messages.left;
  const uploads = uploadsOf({ root: element.dataset.root ?? "", maxBytes: Number(element.dataset.pictureBytes) || Infinity, messages });
  const frame = (place) => pictureFrame({ uploads, messages, ...place });
  const unplaced = unplacedSlots(messages);
  const surfaceId = `galley-surface-${++surfaces}`;

  const openLink = () => box.open(view);
  /** The focus goes to the end of the surface, from where Tab goes on. */
  const leave = () => exit.focus();
  const find = findBox(messages, () => view);
  const quotes = {
    on: smartQuotes.on,
    toggle: () => {
      smartQuotes.toggle();
      tools.update(view.state);
      announce(messages[smartQuotes.on() ? "quotes.on" : "quotes.off"]);
    },
  };
  const tools = toolbar({
    view: () => view,
    actions: { openLink, openFind: () => find.open(false), smartQuotes: quotes },
    controls: surfaceId,
    messages,
    told: (text) => announce(text),
  });
  tools.element.hidden = readonly;

  const clear = room([tools.element, find.element]);
  const announce = (text) => {
    status.textContent = text;
  };
  const note = notices(messages, (dropped) => dispatchEvent("galley:pasted", dropped));
  const dispatchEvent = (name, detail) => element.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  /** @returns {Counts} */
  const counts = () => {
    const { doc } = view.state;
    const { words, characters } = countDoc(doc);
    return { words, characters, minutes: readingMinutes(words), blocks: doc.childCount, empty: isEmptyStory(doc) };
  };

  const writeInput = () => {
    if (input) {
      input.value = docToJson(view.state.doc);
    }
  };

  const changed = () => {
    writeInput();
    const now = counts();
    listeners.forEach((listener) => listener(now));
    dispatchEvent("galley:change", now);
  };

  const state = EditorState.create({
    doc: withIds(bodyToDoc(options.value)),
    plugins: [
      blockIds(),
      adSlots(options.ads, { messages, movable: placing }),
      movingSlots({ host: element, movable: () => placing, tell: (key) => announce(messages[key]) }),
      shortcuts(),
      typing({ language: () => language, smart: smartQuotes.on }),
      picturing(uploads),
      pasting({ story: options.story, tell: (dropped) => note.dropped(dropped) }),
      adLines({ definition: () => options.definition || null, tell: (ads) => note.adLines(ads, Boolean(options.definition)) }),
      keys({
        link: openLink,
        image: () => insert("image")(view),
        find: find.open,
        leave,
        toolbar: tools.focus,
        moved: (direction) => announce(messages[direction < 0 ? "moved.up" : "moved.down"]),
        set: (tool) => announce(tools.stateOf(tool)),
      }),
      // A working day, not the hundred steps that are usual.
      history({ depth: 2000 }),
      finding(),
      handles({ host: element, title: messages["move.grip"], moved: () => announce(messages["move.moved"]), about: (id) => about(id) }),
      linkTarget(),
      placeholder(options.placeholder),
      others(),
      commented({ host: element, messages, open: (id) => dispatchEvent("galley:comments-open", id), begin: (id) => dispatchEvent("galley:comment", id) }),
    ],
  });

  /** @type {(id: string) => string} */
  let about = () => "";
  const marked = marks();
  /** @type {EditorView} */
  const view = new EditorView(
    { mount: surface },
    {
      state,
      editable: () => !readonly,
      scrollThreshold: clear,
      scrollMargin: clear,
      nodeViews: nodeViews(messages, frame),
      attributes: () => ({
        id: surfaceId,
        class: "galley-surface",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": options.label,
        "aria-readonly": String(readonly),
        spellcheck: "true",
        ...(language ? { lang: language } : {}),
        dir: directionOf(language),
        // A read-only text is still read, copied and scrolled with the keyboard.
        ...(readonly ? { tabindex: "0" } : {}),
      }),
      dispatchTransaction(tr) {
        const before = view.state;
        const { state: now, transactions } = before.applyTransaction(tr);
        marked.follow(transactions);
        view.updateState(now);
        if (!readonly) {
          tools.update(now);
        }
        unplaced.update(slotsKey.getState(now).slots);
        find.update();
        if (before.doc !== now.doc) {
          changed();
        }
        if (slotsKey.getState(before).slots !== slotsKey.getState(now).slots) {
          tellSlots(slotsKey.getState(before).slots, slotsKey.getState(now).slots);
        }
      },
    },
  );

  uploads.placing(placeInText(() => view));

  const tellSlots = (before, now) => {
    const places = (slots) => slots.map(({ ad, anchor, state: is }) => `${ad.id} ${anchor} ${is}`).join();
    const lost = (slots) => slots.filter((slot) => slot.state === "displaced" || slot.state === "orphaned").length;
    if (lost(now) > lost(before)) {
      announce(messages["slot.lost"]);
    }
    if (places(before) !== places(now)) {
      dispatchEvent("galley:slots", currentAds(view.state));
    }
  };

  // A click below a picture that ends the story: there is text to come, so there has to be a line for it.
  view.dom.addEventListener("mousedown", (event) => {
    const last = view.dom.lastElementChild;
    if (!readonly && event.target === view.dom && last && event.clientY > last.getBoundingClientRect().bottom) {
      const { doc, tr } = view.state;
      if (!doc.lastChild.isTextblock) {
        const end = doc.content.size;
        tr.insert(end, doc.type.schema.nodes.paragraph.create());
        view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)));
        view.focus();
        event.preventDefault();
      }
    }
  });

  // Whoever writes a caption finds by the same keys as in the text.
  surface.addEventListener("keydown", (event) => {
    const letter = letterOf(event);
    if (event.target instanceof HTMLInputElement && (event.ctrlKey || event.metaKey) && !event.altKey && (letter === "f" || letter === "h")) {
      event.preventDefault();
      find.open(letter === "h");
    }
  });

  element.append(unplaced.element, tools.element, find.element, note.element, surface, exit, status);
  const box = linkBox(element, messages, clear);

  const indexOf = (id) => view.state.doc.children.findIndex((node) => node.attrs.id === id);

  /** @type {StoryEditor} */
  const editor = {
    element,
    getBody: () => docToBody(view.state.doc),
    startedEmpty: options.value.length === 0,
    setBody(body) {
      const tr = updateTo(view.state, withIds(bodyToDoc(body)));
      if (tr.docChanged) {
        view.dispatch(tr);
      }
    },
    mark: () => marked.set(view.state.doc),
    bring(mark, body) {
      const tr = changeSince(view.state, mark, withIds(bodyToDoc(body)));
      if (tr?.docChanged) {
        view.dispatch(tr);
      }
      return tr !== null;
    },
    pictures: { uploads, frame },
    showOthers: (there) => showOthers(view, there),
    showComments: (marked) => showComments(view, marked),
    tellAbout(words) {
      about = words;
    },
    isComposing: () => view.composing,
    getAds: () => currentAds(view.state),
    getChangedAds: () => changedAds(view.state),
    movedAds: () => movedByHand(view.state),
    putAd: (id, after) => placing && putSlot(view, id, after ?? blockAtCursor(view.state)),
    setAds: (ads) => view.dispatch(view.state.tr.setMeta(slotsKey, ads).setMeta("addToHistory", false)),
    getCounts: counts,
    setLanguage(value) {
      language = value;
      view.setProps({});
    },
    setReadonly(value) {
      readonly = value;
      tools.element.hidden = readonly;
      // Attributes and node views are drawn again.
      view.setProps({ nodeViews: nodeViews(messages, frame) });
      tools.update(view.state);
    },
    focus(id) {
      const index = id === undefined ? -1 : indexOf(id);
      if (index >= 0) {
        const end = startOfBlock(view.state.doc, index + 1) - 1;
        const near = TextSelection.near(view.state.doc.resolve(end), -1);
        view.dispatch(view.state.tr.setSelection(near).scrollIntoView());
      }
      view.focus();
    },
    getCursor() {
      const { selection, doc } = view.state;
      const { first } = blockRange(selection);
      return { id: doc.child(first).attrs.id, offset: Math.max(0, selection.head - startOfBlock(doc, first) - 1) };
    },
    moveBlock(id, direction) {
      const index = indexOf(id);
      if (index < 0 || readonly) {
        return false;
      }
      const at = TextSelection.near(view.state.doc.resolve(startOfBlock(view.state.doc, index) + 1));
      return moveBlocks(direction)(view.state.apply(view.state.tr.setSelection(at)), (tr) => {
        const mine = view.state.tr;
        tr.steps.forEach((step) => mine.step(step));
        view.dispatch(mine);
      });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      mounted.delete(element);
      view.destroy();
      clear.end();
      [unplaced.element, tools.element, find.element, note.element, surface, exit, status].forEach((part) => part.remove());
      element.querySelector(":scope > .galley-link-box")?.remove();
    },
  };

  mounted.set(element, editor);
  writeInput();
  tools.update(view.state);
  unplaced.update(slotsKey.getState(view.state).slots);
  element.dataset.ready = "true";
  afterScripts(() => mounted.get(element) === editor && dispatchEvent("galley:ready", counts()));
  return editor;
}

/**
 * Calls back once every module of the page has run, so that those further down the page hear of it too.
 *
 * @param {() => void} callback
 */
function afterScripts(callback) {
  const [page] = performance.getEntriesByType("navigation");
  if (document.readyState === "complete" || page?.domContentLoadedEventStart > 0) {
    queueMicrotask(callback);
  } else {
    document.addEventListener("DOMContentLoaded", callback, { once: true });
  }
}
