package org.galley.publishing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Where a page of a front page begins: behind this story. It stays true whatever is published meanwhile, as a page number would not.
 *
 * @param first when readers could first read the story
 * @param article its number, for stories that came at one moment
 */
record FrontKey(Instant first, long article) {
    /** Before the newest story; within what both databases can hold. */
    static final FrontKey START = new FrontKey(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    /** Reads what {@link #toString} wrote; empty if it is nothing of the kind. */
    static Optional<FrontKey> parse(String text) {
        int gap = text.indexOf('_');
        try {
            Instant first = Instant.parse(text.substring(0, Math.max(0, gap)));
            long article = Long.parseLong(text.substring(gap + 1));
            boolean possible = !first.isBefore(Instant.EPOCH) && first.isBefore(START.first) && article > 0;
            return possible ? Optional.of(new FrontKey(first, article)) : Optional.empty();
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean isStart() {
        return equals(START);
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return first + "_" + article;
    }
}
