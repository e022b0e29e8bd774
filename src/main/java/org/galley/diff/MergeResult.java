package org.galley.diff;

import java.util.List;
import java.util.Objects;
import org.galley.story.Story;

/**
 * What became of two states with one ancestor.
 *
 * @param story both sides' changes together; where they collide, the current side's text, or the edited text of a block that
 *     the other side deleted
 * @param conflicts where they collide: header fields first, then blocks in the order of the story
 */
public record MergeResult(Story story, List<Conflict> conflicts) {

    public MergeResult {
        Objects.requireNonNull(story, "story");
        conflicts = List.copyOf(conflicts);
    }

    public boolean isClean() {
        return conflicts.isEmpty();
    }
}
