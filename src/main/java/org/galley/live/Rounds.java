package org.galley.live;

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
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has presence look around every few seconds; while no article is open, that costs nothing. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class.getName());
    private static final int SECONDS = 3;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private Presence presence;

    private ScheduledFuture<?> rounds;

    @PostConstruct
    void start() {
        rounds = executor.scheduleWithFixedDelay(this::round, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        rounds.cancel(false);
    }

    private void round() {
        try {
            presence.round();
        } catch (RuntimeException e) {
            // A round that throws would be the last one.
            LOG.log(Level.WARNING, "Looking for changes failed; it is tried again.", e);
        }
    }
}
