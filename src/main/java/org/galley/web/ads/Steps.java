package org.galley.web.ads;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import org.galley.story.AdLayout;

/** The layout in somebody's hands, with the steps back and forth; kept as text so that a session can be stored. */
final class Steps implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 100;

    private final Deque<String> undo = new ArrayDeque<>();
    private final Deque<String> redo = new ArrayDeque<>();
    private String saved;
    private String current;

    Steps(AdLayout layout) {
        restart(layout);
    }

    /** Begins again with a layout as it is stored. */
    void restart(AdLayout layout) {
        saved = layout.canonical();
        current = saved;
        undo.clear();
        redo.clear();
    }

    AdLayout current() {
        return AdLayout.parse(current);
    }

    AdLayout saved() {
        return AdLayout.parse(saved);
    }

    /** Takes a step, unless it leads nowhere. */
    boolean take(AdLayout layout) {
        String next = layout.canonical();
        if (next.equals(current)) {
            return false;
        }
        undo.push(current);
        if (undo.size() > MOST) {
            undo.removeLast();
        }
        redo.clear();
        current = next;
        return true;
    }

    boolean canUndo() {
        return !undo.isEmpty();
    }

    boolean canRedo() {
        return !redo.isEmpty();
    }

    void undo() {
        if (canUndo()) {
            redo.push(current);
            current = undo.pop();
        }
    }

    void redo() {
        if (canRedo()) {
            undo.push(current);
            current = redo.pop();
        }
    }
}
