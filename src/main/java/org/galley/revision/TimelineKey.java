package org.galley.revision;

import java.time.Instant;

/**
 * A place in a timeline: what is older comes after it.
 *
 * @param revisionsBelow revisions with a smaller number come after it
 * @param stepsBefore workflow steps before this moment come after it
 * @param stepsBelow and of that very moment those whose row has a smaller id
 */
public record TimelineKey(int revisionsBelow, Instant stepsBefore, long stepsBelow) {
    /** Before the newest line; the moment is later than any, and both databases can hold it. */
    public static final TimelineKey NEWEST =
            new TimelineKey(Integer.MAX_VALUE, Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

    private static final int MICROS = 1_000_000;
    private static final int NANOS = 1_000;

    /**
     * The place from its three numbers.
     *
     * @param micros as {@link #micros()} gave them
     * @throws IllegalArgumentException if no timeline has such a moment
     */
    public static TimelineKey of(int revisionsBelow, long micros, long stepsBelow) {
        if (micros < 0 || micros > NEWEST.micros()) {
            throw new IllegalArgumentException("no timeline has a step at " + micros);
        }
        return new TimelineKey(
                revisionsBelow, Instant.ofEpochSecond(micros / MICROS, micros % MICROS * NANOS), stepsBelow);
    }

    /** {@link #stepsBefore} as microseconds since 1970, which is as finely as the databases keep it. */
    public long micros() {
        return stepsBefore.getEpochSecond() * MICROS + stepsBefore.getNano() / NANOS;
    }
}
