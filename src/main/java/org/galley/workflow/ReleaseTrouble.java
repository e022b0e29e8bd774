package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What went wrong on this node with articles that the clock is to publish.
 *
 * <p>A deadlock or a dropped connection passes, so publication is tried again, after pauses that double: soon enough to be in time,
 * and not so often that the log is of nothing else.
 */
@ApplicationScoped
class ReleaseTrouble {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Map<Long, Failed> known = new ConcurrentHashMap<>();

    /** @param again the reading of {@link System#nanoTime()} at which it is tried again */
    private record Failed(int times, long again) {}

    void failed(long article) {
        known.compute(article, (id, before) -> {
            int times = before == null ? 1 : before.times() + 1;
            return new Failed(times, System.nanoTime() + pause(times).toNanos());
        });
    }

    /** @param times at least 1 */
    static Duration pause(int times) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < times && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    boolean isPausing(long article) {
        Failed failed = known.get(article);
        return failed != null && failed.again() - System.nanoTime() > 0;
    }

    /** How often publication failed; 0 for an article that nothing is known of. */
    int times(long article) {
        Failed failed = known.get(article);
        return failed == null ? 0 : failed.times();
    }

    /** What is due no more was published, here or elsewhere, or is a person's affair now. */
    void forgetOthers(Collection<Long> due) {
        known.keySet().retainAll(due);
    }
}
