/** Shows beside each block who else is in it. */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

/**
 * @typedef {object} Other
 * @property {string} block
 * @property {string} initials
 * @property {number} colour from 0 to 2
 */

const key = new PluginKey("galley-others");

/** @param {import("prosemirror-model").Node} doc @param {Other[]} others */
function marks(doc, others) {
  if (others.length === 0) {
    return DecorationSet.empty;
  }
  const found = [];
  doc.forEach((node, pos) => {
    const here = others.filter((other) => other.block === node.attrs.id);
    if (here.length) {
      const initials = [...new Set(here.map((other) => other.initials))].join(" ");
      const attributes = { class: `galley-other galley-other-${here[0].colour}`, "data-others": initials };
      found.push(Decoration.node(pos, pos + node.nodeSize, attributes));
    }
  });
  return DecorationSet.create(doc, found);
}

/** The plugin that draws them; {@link showOthers} says who there is. */
export function others() {
  return new Plugin({
    key,
    state: {
      init: () => ({ others: [], shown: DecorationSet.empty }),
      apply(tr, state) {
        const now = tr.getMeta(key) ?? state.others;
        if (now === state.others && !tr.docChanged) {
          return state;
        }
        // Letters only push a mark; where blocks come and go it may be another block's.
        const same = now === state.others && tr.doc.childCount === tr.before.childCount;
        return { others: now, shown: same ? state.shown.map(tr.mapping, tr.doc) : marks(tr.doc, now) };
      },
    },
    props: { decorations: (state) => key.getState(state).shown },
  });
}

/** @param {import("prosemirror-view").EditorView} view @param {Other[]} now */
export function showOthers(view, now) {
  view.dispatch(view.state.tr.setMeta(key, now).setMeta("addToHistory", false));
}
