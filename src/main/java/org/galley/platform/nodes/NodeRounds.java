package org.galley.platform.nodes;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.galley.platform.work.OwnThreads;

/** Has this node talk with the others once a second. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeRounds {
    private static final System.Logger LOG = System.getLogger(NodeRounds.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Inject
    private OwnThreads threads;

    @Inject
    private OtherNodes others;

    private boolean failing;

    @PostConstruct
    void start() {
        threads.each(1, PAUSE, this::round);
    }

    private void round() {
        try {
            others.round();
            failing = false;
        } catch (RuntimeException e) {
            // A round that throws would be the last one; one line says enough until it works again.
            if (!failing) {
                LOG.log(System.Logger.Level.WARNING, "Nodes do not hear of each other; it is tried again.", e);
            }
            failing = true;
        }
    }
}
