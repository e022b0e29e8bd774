package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.people.Caller;
import org.galley.people.Right;

/** The workflow stream of an article's timeline: every step, who took it and why. */
@ApplicationScoped
@Transactional
public class WorkflowLog {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Event<WorkflowStepTaken> taken;

    /** Writes a step down that is taken now, and tells those who listen. */
    public void record(long article, WorkflowStep step) {
        entities.persist(new WorkflowEntry(article, step));
        taken.fire(new WorkflowStepTaken(article, step));
    }

    /** Writes a step down that was taken elsewhere, in a history that is brought here; nobody is told. */
    public void copy(long article, WorkflowStep step) {
        entities.persist(new WorkflowEntry(article, step));
    }

    /** The newest steps first. */
    public List<WorkflowStep> list(long article, int limit) {
        caller.require(Right.READ_STORIES);
        return entities.createNamedQuery("WorkflowEntry.ofArticle", WorkflowStep.class)
                .setParameter("article", article)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The newest step of one action in each of several articles, for those that have any. */
    public Map<Long, WorkflowStep> newest(Collection<Long> articles, String action) {
        caller.require(Right.READ_STORIES);
        Map<Long, WorkflowStep> newest = new HashMap<>();
        if (!articles.isEmpty()) {
            entities.createNamedQuery("WorkflowEntry.ofAction", WorkflowEntry.class)
                    .setParameter("articles", articles)
                    .setParameter("action", action)
                    .getResultStream()
                    .forEach(entry -> newest.put(entry.article(), entry.step()));
        }
        return newest;
    }
}
