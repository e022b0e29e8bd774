package org.galley.publishing.webhook;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: twice as long each time, and never the same for all that failed at once. */
record Backoff(Duration first, Duration most) {
    /** A receiver that was down for a night is asked again soon after it is back. */
    static final Duration LONGEST = Duration.ofHours(6);

    /** A receiver may ask for a pause, but not for ever. */
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private static final int MOST_DOUBLINGS = 30;

    static Backoff from(Duration first) {
        return new Backoff(first, LONGEST);
    }

    /**
     * The pause before the next try: from half to all of the doubled time, at random.
     *
     * @param failures how often it failed, at least 1
     * @param wish the pause that the receiver asked for, which is kept if it is longer, up to an hour
     */
    Duration after(int failures, Optional<Duration> wish, RandomGenerator random) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        double millis = Math.min((double) first.toMillis() * (1L << doublings), most.toMillis());
        Duration pause = Duration.ofMillis((long) (millis * (0.5 + random.nextDouble() / 2)));
        return wish.map(asked -> asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked)
                .filter(asked -> asked.compareTo(pause) > 0)
                .orElse(pause);
    }
}
