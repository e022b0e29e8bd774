package org.galley.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.galley.people.Caller;
import org.galley.people.Right;

/** Writes down, in the transaction of the change itself, who changed what about the installation. */
@ApplicationScoped
@Transactional
public class AuditLog {
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_DETAIL = 2_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Adds a line in the name of the person who asks; the right to change was checked by the caller of this method.
     *
     * @param action a stable word such as {@code policy-changed}, at most 64 characters
     * @param subject what was changed; cut at 200 characters
     * @param detail what about it, or null; cut at 2,000 characters
     */
    public void record(String action, String subject, String detail) {
        entities.persist(new AuditEntry(
                clock.instant(), caller.username(), action, cut(subject, MAX_SUBJECT), cut(detail, MAX_DETAIL)));
    }

    /**
     * Adds a line for what somebody without an account did, by means that this installation gave them.
     *
     * @param means by what, such as {@code preview-link:17}; at most 64 characters
     */
    public void recordVisit(String means, String action, String subject, String detail) {
        entities.persist(
                new AuditEntry(clock.instant(), means, action, cut(subject, MAX_SUBJECT), cut(detail, MAX_DETAIL)));
    }

    /**
     * The last changes of one subject, the newest first.
     *
     * @param limit how many at most
     */
    public List<AuditLine> of(String subject, int limit) {
        caller.require(Right.CATALOGUE);
        return entities.createNamedQuery("AuditEntry.of", AuditEntry.class)
                .setParameter("subject", subject)
                .setMaxResults(limit)
                .getResultStream()
                .map(AuditEntry::line)
                .toList();
    }

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
