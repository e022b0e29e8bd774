package org.galley.publishing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Brings editions into the content index that were published before there was one, once, when the server starts. */
@ApplicationScoped
class ContentIndexing {
    private static final System.Logger LOG = System.getLogger(ContentIndexing.class.getName());
    private static final int PAGE = 100;

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ContentIndex index;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        executor.execute(this::catchUp);
    }

    private void catchUp() {
        try {
            int before = 0;
            for (List<Long> page = index.missing(PAGE); !page.isEmpty(); page = index.missing(PAGE)) {
                if (page.hashCode() == before) {
                    // None of these could be added; the log says why, and the next start tries again.
                    return;
                }
                before = page.hashCode();
                page.forEach(this::add);
            }
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Could not look for editions that the content index lacks", e);
        }
    }

    private void add(long edition) {
        try {
            index.addMissing(edition);
        } catch (RuntimeException e) {
            // Another node may have been faster, or the article's history is broken.
            LOG.log(System.Logger.Level.WARNING, "Could not add edition " + edition + " to the content index", e);
        }
    }
}
