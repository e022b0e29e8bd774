package org.galley.article;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends editing sessions: ten minutes after the last autosave a working copy becomes a revision by itself.
 *
 * <p>It asks the database and not who has a page open, so it works as well after a node died, and on several nodes: whoever
 * gets the article's lock first makes the revision, the others find nothing left to do.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class EditingSessions {
    private static final Logger LOG = Logger.getLogger(EditingSessions.class.getName());
    private static final Duration IDLE = Duration.ofMinutes(10);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private WorkingCopies copies;

    private ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        rounds = executor.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.MINUTES);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    private void round() {
        try {
            copies.left(IDLE).forEach(article -> copies.endSession(article, IDLE));
        } catch (RuntimeException e) {
            // A round that throws would be the last one.
            LOG.log(Level.WARNING, "Ending editing sessions failed; it is tried again in a minute.", e);
        }
    }
}
