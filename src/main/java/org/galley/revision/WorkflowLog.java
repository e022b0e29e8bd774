package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
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

    public void record(long article, WorkflowStep step) {
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
}
