package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps, for all nodes, which articles changed for readers and in which order. */
@ApplicationScoped
@Transactional
class ReaderChangeLog {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<ReadersSee> event;

    /**
     * The articles that changed after a version.
     *
     * @param version the newest of them, or the version asked for if there are none
     */
    record News(long version, List<Long> articles) {}

    /**
     * Notes, in the transaction that changes it, what readers get of some articles.
     *
     * @param concerned asked once no other change can come between any more
     */
    void add(Supplier<? extends Collection<Long>> concerned) {
        ReaderCounter counter = entities.find(ReaderCounter.class, ReaderCounter.ONLY, LockModeType.PESSIMISTIC_WRITE);
        long version = counter.next();
        Set<Long> articles = Set.copyOf(concerned.get());
        for (Long article : articles) {
            ReaderChange known = entities.find(ReaderChange.class, article);
            if (known == null) {
                entities.persist(new ReaderChange(article, version));
            } else {
                known.changedAt(version);
            }
        }
        event.fire(new ReadersSee(articles));
    }

    long version() {
        return entities.find(ReaderCounter.class, ReaderCounter.ONLY).version();
    }

    News after(long version) {
        // In this order: what is committed between the two questions is told again the next time, and never left out.
        long now = version();
        List<Long> articles = now == version
                ? List.of()
                : entities.createNamedQuery("ReaderChange.after", ReaderChange.class)
                        .setParameter("version", version)
                        .getResultStream()
                        .map(ReaderChange::article)
                        .toList();
        return new News(now, articles);
    }
}
