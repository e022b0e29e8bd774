package org.galley.platform.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Where nodes write that something changed, and read what others wrote. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class NoticeBoard {
    @PersistenceContext
    private EntityManager entities;

    /** Counts each subject up by one. */
    void post(Collection<String> subjects) {
        // In one order, so that two nodes do not wait for each other.
        for (String subject : new TreeSet<>(subjects)) {
            NodeNews known = entities.find(NodeNews.class, subject, LockModeType.PESSIMISTIC_WRITE);
            if (known == null) {
                known = new NodeNews(subject);
                entities.persist(known);
            }
            known.changed();
        }
    }

    /** How often each subject was posted. */
    Map<String, Long> read() {
        Map<String, Long> versions = new HashMap<>();
        entities.createNamedQuery("NodeNews.all", NodeNews.class)
                .getResultStream()
                .forEach(news -> versions.put(news.subject(), news.version()));
        return versions;
    }
}
