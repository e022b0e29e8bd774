/** The toolbar: one stop for Tab, arrow keys inside, every button says its state and its keys. */
import { redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { currentKind, insertAfter, moveBlocks, sameKind, setKind, toggleKind } from "galley/blocks.js";
import { icon } from "galley/icons.js";
import { firstField } from "galley/keys.js";
import { hasMark, toggle } from "galley/marks.js";
import { schema } from "galley/schema.js";
import { fill } from "galley/words.js";

/**
 * @typedef {import("prosemirror-state").EditorState} EditorState
 *
 * @typedef {object} Tool
 * @property {string} name of its message
 * @property {string} [sign] letters on the button
 * @property {Parameters<typeof icon>[0]} [icon] or a drawing
 * @property {string} [keys] as in `aria-keyshortcuts`
 * @property {(view: import("prosemirror-view").EditorView) => void} run
 * @property {(state: EditorState) => boolean} [pressed]
 * @property {(state: EditorState) => boolean} [enabled]
 */

/** @param {import("prosemirror-state").Command} command */
const command = (command) => (view) => {
  command(view.state, view.dispatch, view);
  view.focus();
};

/** @param {string} name @param {string} keys @param {Partial<Tool>} look @returns {Tool} */
const markTool = (name, keys, look) => ({
  name: `mark.${name}`,
  ...look,
  keys,
  run: command(toggle(name)),
  pressed: (state) => hasMark(state, name),
  enabled: (state) => state.selection.$from.parent.inlineContent,
});

/** @param {string} name @param {import("galley/blocks.js").Kind} kind @param {Partial<Tool>} look @returns {Tool} */
const kindTool = (name, kind, look) => ({
  name: `kind.${name}`,
  run: command(kind.type === "paragraph" ? setKind(kind) : toggleKind(kind)),
  pressed: (state) => sameKind({ level: undefined, ordered: undefined, ...kind }, currentKind(state)),
  ...look,
});

/** Puts a block in and goes to its first field. @param {"image" | "embed"} type @returns {Tool["run"]} */
export const insert = (type) => (view) => {
  insertAfter(schema.nodes[type].create())(view.state, view.dispatch);
  firstField(view.nodeDOM(view.state.selection.from))?.focus();
};

/** @param {-1 | 1} direction @returns {Tool["run"]} */
const move = (direction) => (view) => {
  moveBlocks(direction)(view.state, view.dispatch);
  view.focus();
};

/** @param {Actions} actions @param {Record<string, string>} messages @returns {Tool[][]} */
const groups = ({ openLink, openFind, smartQuotes }, messages) => [
  [
    markTool("strong", "Control+B", { sign: "B" }),
    markTool("em", "Control+I", { sign: "I" }),
    markTool("s", "Control+Shift+X", { sign: "S" }),
    markTool("sub", "Control+,", { icon: "sub" }),
    markTool("sup", "Control+.", { icon: "sup" }),
    markTool("code", "Control+`", { sign: "‹›" }),
    {
      name: "link.title",
      icon: "link",
      keys: "Control+K",
      run: openLink,
      pressed: (state) => hasMark(state, "link"),
      enabled: (state) => state.selection.$from.parent.inlineContent,
    },
  ],
  [
    kindTool("paragraph", { type: "paragraph" }, { sign: messages["kind.paragraph.short"], keys: "Control+Alt+1" }),
    kindTool("subheading", { type: "subheading", level: 2 }, { sign: messages["kind.subheading.short"], keys: "Control+Alt+2" }),
    kindTool("minor", { type: "subheading", level: 3 }, { sign: messages["kind.minor.short"], keys: "Control+Alt+3" }),
    kindTool("quote", { type: "quote" }, { icon: "quote", keys: "Control+Shift+9" }),
    kindTool("bullets", { type: "list", ordered: false }, { icon: "bullets", keys: "Control+Shift+8" }),
    kindTool("numbers", { type: "list", ordered: true }, { icon: "numbers", keys: "Control+Shift+7" }),
  ],
  [
    { name: "insert.image", icon: "image", keys: "Control+Alt+I", run: insert("image") },
    { name: "insert.embed", icon: "embed", run: insert("embed") },
  ],
  [
    { name: "move.up", icon: "up", keys: "Alt+ArrowUp", run: move(-1), enabled: (state) => moveBlocks(-1)(state) },
    { name: "move.down", icon: "down", keys: "Alt+ArrowDown", run: move(1), enabled: (state) => moveBlocks(1)(state) },
  ],
  [
    { name: "find.title", icon: "find", keys: "Control+F", run: openFind },
    {
      name: "quotes.smart",
      sign: "“ ”",
      run: smartQuotes.toggle,
      pressed: smartQuotes.on,
    },
  ],
  [
    { name: "undo", icon: "undo", keys: "Control+Z", run: command(undo), enabled: (state) => undoDepth(state) > 0 },
    { name: "redo", icon: "redo", keys: "Control+Shift+Z", run: command(redo), enabled: (state) => redoDepth(state) > 0 },
  ],
];

/**
 * @typedef {object} Actions
 * @property {() => void} openLink
 * @property {() => void} openFind
 * @property {{ on: () => boolean, toggle: () => void }} smartQuotes
 */

/**
 * @param {object} options
 * @param {() => import("prosemirror-view").EditorView} options.view
 * @param {Actions} options.actions
 * @param {string} options.controls id of the surface
 * @param {Record<string, string>} options.messages
 * @param {(text: string) => void} options.told hears in words what a button set, as the focus goes back to the text at once
 */
export function toolbar({ view, actions, controls, messages, told }) {
  const element = document.createElement("div");
  element.className = "galley-toolbar";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", messages.toolbar);
  element.setAttribute("aria-controls", controls);

  /** @type {Array<{ tool: Tool, button: HTMLButtonElement }>} */
  const buttons = [];
  for (const group of groups(actions, messages)) {
    const part = document.createElement("div");
    part.className = "galley-toolbar-group";
    for (const tool of group) {
      const button = document.createElement("button");
      button.type = "button";
      button.tabIndex = buttons.length === 0 ? 0 : -1;
      button.dataset.tool = tool.name;
      button.append(tool.icon ? icon(tool.icon) : tool.sign);
      button.setAttribute("aria-label", messages[tool.name]);
      button.title = tool.keys ? `${messages[tool.name]} (${tool.keys.replaceAll("Control", "Ctrl")})` : messages[tool.name];
      if (tool.keys) {
        button.setAttribute("aria-keyshortcuts", tool.keys);
      }
      // A press by mouse must not take the selection away from the text.
      button.addEventListener("mousedown", (event) => event.preventDefault());
      button.addEventListener("click", () => {
        rove(button);
        if (button.getAttribute("aria-disabled") !== "true") {
          tool.run(view());
          if (tool.pressed && tool.name !== "quotes.smart") {
            told(stateOf(tool.name));
          }
        }
      });
      buttons.push({ tool, button });
      part.append(button);
    }
    element.append(part);
  }

  const more = document.createElement("button");
  more.type = "button";
  more.tabIndex = -1;
  more.className = "galley-toolbar-more";
  more.textContent = "⋯";
  more.title = messages["toolbar.more"];
  more.setAttribute("aria-label", messages["toolbar.more"]);
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("mousedown", (event) => event.preventDefault());
  more.addEventListener("click", () => open(!("open" in element.dataset)));
  element.append(more);

  /** Shows all rows where only the first one is. @param {boolean} all */
  function open(all) {
    element.toggleAttribute("data-open", all);
    more.setAttribute("aria-expanded", String(all));
    element.scrollTop = 0;
  }

  /** How a button stands, in words: a kind by the kind that the block has now. @param {string} name @returns {string} */
  function stateOf(name) {
    const pressed = (tool) => tool.pressed(view().state);
    const shown = name.startsWith("kind.") ? buttons.find(({ tool }) => tool.name.startsWith("kind.") && pressed(tool))?.tool.name : name;
    if (!shown || shown.startsWith("kind.")) {
      return messages[shown] ?? "";
    }
    const { tool } = buttons.find((one) => one.tool.name === shown);
    return fill(messages[pressed(tool) ? "tool.on" : "tool.off"], messages[shown]);
  }

  /** Every button that arrow keys reach. */
  const stops = () => [...buttons.map(({ button }) => button), ...(more.offsetParent ? [more] : [])];

  /** @param {HTMLButtonElement} to the one button that Tab reaches */
  const rove = (to) => [...buttons.map(({ button }) => button), more].forEach((button) => (button.tabIndex = button === to ? 0 : -1));

  element.addEventListener("focusin", ({ target }) => {
    if (target.offsetTop + target.offsetHeight > element.clientHeight) {
      open(true);
    }
  });
  element.addEventListener("keydown", (event) => {
    const all = stops();
    const at = all.indexOf(event.target);
    const ahead = getComputedStyle(element).direction === "rtl" ? -1 : 1;
    const step = { ArrowRight: ahead, ArrowLeft: -ahead }[event.key];
    let next = null;
    if (step) {
      next = (at + step + all.length) % all.length;
    } else if (event.key === "Home") {
      next = 0;
    } else if (event.key === "End") {
      next = all.length - 1;
    } else if (event.key === "Escape") {
      event.preventDefault();
      view().focus();
    }
    if (next !== null) {
      event.preventDefault();
      rove(all[next]);
      all[next].focus();
    }
  });

  return {
    element,
    stateOf,
    focus: () => (stops().find((button) => button.tabIndex === 0) ?? buttons[0].button).focus(),
    /** @param {EditorState} state */
    update(state) {
      for (const { tool, button } of buttons) {
        if (tool.pressed) {
          set(button, "aria-pressed", String(tool.pressed(state)));
        }
        if (tool.enabled) {
          set(button, "aria-disabled", String(!tool.enabled(state)));
        }
      }
    },
  };
}

/** Writes only what changed, as every write makes assistive technology look. @param {Element} element @param {string} name @param {string} value */
function set(element, name, value) {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
}
