package org.galley.search;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the index catch up when the server starts, beside its other work: after a kill, a restored backup or an upgrade. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class SearchStart {
    private static final Logger LOG = Logger.getLogger(SearchStart.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private StorySearch search;

    @PostConstruct
    void start() {
        executor.submit(this::catchUp);
    }

    private void catchUp() {
        try {
            search.catchUp();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The search index could not catch up; a search may miss stories until the next start.",
                    e);
        }
    }
}
