package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.work.OwnThreads;

/**
 * Looks for articles whose time has come, from the start of the server to its end.
 *
 * <p>The plan is in the database and not in a timer: a server that was down, or another node, finds it there.
 */
@ApplicationScoped
public class ScheduleClock {
    private static final System.Logger LOG = System.getLogger(ScheduleClock.class.getName());
    /** What is scheduled is published within two seconds of its time; this leaves most of them for the publication itself. */
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** For many stories of one minute: while one waits for the database, another is rendered. */
    private static final int THREADS = 4;

    @Inject
    private OwnThreads threads;

    @Inject
    private Releases releases;

    @Inject
    private ReleaseTrouble trouble;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        threads.each(THREADS, PAUSE, this::look);
    }

    /**
     * Publishes what is due; what cannot be published is held, so that it neither stops the others nor goes unnoticed. What only
     * failed is tried again, until it is later than is allowed.
     */
    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    public void look() {
        try {
            List<Long> due = releases.due();
            trouble.forgetOthers(due);
            due.stream().filter(article -> !trouble.isPausing(article)).forEach(this::release);
        } catch (RuntimeException e) {
            // A task that fails would never run again; the database may be back at the next look.
            LOG.log(System.Logger.Level.ERROR, "Could not look for scheduled articles; trying again", e);
        }
    }

    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private void release(long article) {
        try {
            publishOrHold(article);
        } catch (RuntimeException e) {
            trouble.failed(article);
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Could not publish the scheduled article " + article + "; trying again",
                    e);
        }
    }

    private void publishOrHold(long article) {
        try {
            releases.release(article);
        } catch (RefusedException refused) {
            releases.hold(article, refused.getMessage());
        }
    }
}
