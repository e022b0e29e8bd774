package org.galley.web.history;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * One line of an article's timeline.
 *
 * @param number the revision's number, or null for a step of the workflow
 * @param text whether it is on the stream of the text
 * @param ads whether it is on the stream of the ads
 * @param who what happened and who did it
 * @param name given to the revision by a person, or null
 * @param facts what it changed, in words
 * @param note what the person said of it, or null
 */
public record TimelineEvent(
        Integer number, boolean text, boolean ads, Instant at, String who, String name, List<String> facts, String note)
        implements Serializable {

    public TimelineEvent {
        facts = List.copyOf(facts);
    }

    public boolean isRevision() {
        return number != null;
    }
}
