package org.galley.media;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has unused pictures cleaned up, a while after the start and then once a day. Two nodes that do so at once do no harm. */
@ApplicationScoped
public class PictureClock {
    private static final System.Logger LOG = System.getLogger(PictureClock.class.getName());
    /** The start of a server has more to do than this. */
    private static final long FIRST_MINUTES = 15;

    private static final long EVERY_MINUTES = TimeUnit.DAYS.toMinutes(1);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private UnusedPictures pictures;

    private ScheduledFuture<?> rounds;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds = executor.scheduleWithFixedDelay(this::round, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    private void round() {
        try {
            pictures.sweep();
        } catch (RuntimeException e) {
            // A round that throws would be the last one.
            LOG.log(System.Logger.Level.WARNING, "Cleaning up unused pictures failed; it is tried again tomorrow", e);
        }
    }
}
