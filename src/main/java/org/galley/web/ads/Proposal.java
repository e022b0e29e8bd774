package org.galley.web.ads;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import org.galley.story.AdLayout;

/** A layout that auto-place suggests and nobody has taken yet; kept as text so that a session can be stored. */
final class Proposal implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String before;
    private final String suggested;
    private final String[] names;

    /** @param names ids of the slots in the order in which the screen numbers them without the proposal */
    Proposal(AdLayout before, AdLayout suggested, List<String> names) {
        this.before = before.canonical();
        this.suggested = suggested.canonical();
        this.names = names.toArray(String[]::new);
    }

    /** The layout that it was made from. */
    AdLayout before() {
        return AdLayout.parse(before);
    }

    AdLayout layout() {
        return AdLayout.parse(suggested);
    }

    List<String> names() {
        return List.of(names);
    }

    /** Whether it is another layout than the one before. */
    boolean changes() {
        return !before.equals(suggested);
    }
}
