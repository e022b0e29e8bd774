package org.galley.api.json;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.galley.api.problem.Violation;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * A story as a client wants it.
 *
 * @param story the whole story; what the client left out is as in the base
 * @param ads the layout that the client wants, or empty if it said nothing about ads. A slot may stand after a block that the
 *     base has and {@code story} has not: the caller re-anchors it as for any deleted block
 * @param warnings what was put right while reading; never null
 */
public record StoryInput(Story story, Optional<AdLayout> ads, List<Violation> warnings) {
    public StoryInput {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(ads, "ads");
        warnings = List.copyOf(warnings);
    }
}
