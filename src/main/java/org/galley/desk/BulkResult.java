package org.galley.desk;

import java.io.Serializable;
import org.galley.article.Assignment;
import org.galley.platform.refusal.RefusedException;

/**
 * What became of one story of many.
 *
 * @param headline empty if there is no such story
 * @param refusal why nothing was done, or null if it was done
 * @param code the same for programs, or null
 * @param undo how to take it back, or null if it cannot be
 */
public record BulkResult(
        long article, String headline, RefusedException.Kind kind, String code, String refusal, Undo undo)
        implements Serializable {
    public boolean isDone() {
        return refusal == null;
    }

    static BulkResult done(long article, String headline, Undo undo) {
        return new BulkResult(article, headline, null, null, null, undo);
    }

    static BulkResult refused(long article, String headline, RefusedException refusal) {
        return new BulkResult(article, headline, refusal.kind(), refusal.code(), refusal.getMessage(), null);
    }

    /** What was, and what it was made: it is taken back only if nobody changed it since. */
    public sealed interface Undo extends Serializable {
        long article();

        record Reassign(long article, Assignment before, Assignment after) implements Undo {}

        record MoveBack(long article, String before, String after) implements Undo {}
    }
}
