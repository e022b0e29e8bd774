package org.galley.web.ads;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.galley.story.AdLayout;

/** The layout in somebody's hands, with the steps back and forth; kept as text so that a session can be stored. */
final class Steps implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int MOST = 100;

    /** Of steps in one direction, as they travel with every answer. */
    private static final int KEPT_CHARACTERS = 6_000;

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

    /**
     * Goes on from a layout that was saved meanwhile.
     *
     * @param other makes of each layout of before what it is together with the one that was saved
     */
    void goOnFrom(AdLayout layout, UnaryOperator<AdLayout> other) {
        saved = layout.canonical();
        current = other.apply(current()).canonical();
        change(undo, other);
        change(redo, other);
    }

    /** Two steps that have become the same are one. */
    private void change(Deque<String> steps, UnaryOperator<AdLayout> other) {
        List<String> before = List.copyOf(steps);
        steps.clear();
        String last = current;
        for (String step : before) {
            String changed = other.apply(AdLayout.parse(step)).canonical();
            if (!changed.equals(last)) {
                steps.addLast(changed);
                last = changed;
            }
        }
    }

    /**
     * The newest steps back and forth, for a page that outlives the session.
     *
     * @param next a layout that counts as one step more; null for none
     */
    KeptSteps kept(AdLayout next) {
        if (next == null) {
            return new KeptSteps(newest(undo), current, newest(redo));
        }
        Deque<String> longer = new ArrayDeque<>(undo);
        longer.push(current);
        return new KeptSteps(newest(longer), next.canonical(), List.of());
    }

    private static List<String> newest(Deque<String> steps) {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String step : steps) {
            length += step.length();
            if (length > KEPT_CHARACTERS) {
                break;
            }
            kept.add(step);
        }
        return kept;
    }

    /** Takes steps up again that a page kept. */
    void takeUp(KeptSteps kept) {
        undo.clear();
        redo.clear();
        undo.addAll(kept.undo());
        redo.addAll(kept.redo());
        current = kept.current();
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
