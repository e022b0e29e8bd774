package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import org.galley.article.ArticleLifecycle;
import org.galley.platform.config.GalleySettings;
import org.galley.revision.WorkflowStep;
import org.galley.revision.WorkflowStepTaken;
import org.galley.spi.PublicationEvent;
import org.galley.spi.PublicationEvent.Kind;

/** Says in the transaction itself what a publication, a withdrawal or a plan means to others: plugins and webhooks hear the same. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Announcements {
    private static final String SCHEDULED = "scheduled";
    /** Steps after which the clock does not publish what it was to publish. */
    private static final Set<String> UNPLANNED = Set.of("unschedule", "schedule-voided", "held");
    /** The same, if it was scheduled before. */
    private static final Set<String> UNPLANNED_TOO = Set.of("request-changes", "spike", "withdraw");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private ItemWriter items;

    @Inject
    private GalleySettings settings;

    @Inject
    private Event<PublicationEvent> events;

    void published(Publication publication, LiveItem item) {
        Kind kind =
                switch (publication.kind()) {
                    case PUBLISH -> Kind.PUBLISHED;
                    case UPDATE -> Kind.UPDATED;
                    case SILENT_FIX -> Kind.FIXED;
                    case CORRECT -> Kind.CORRECTED;
                    case WITHDRAW -> throw new IllegalArgumentException("a withdrawal is no publication");
                };
        fire(kind, publication, items.item(item).toString());
    }

    void withdrawn(Publication publication, Withdrawal withdrawal) {
        fire(Kind.WITHDRAWN, publication, items.cancellation(withdrawal).toString());
    }

    private void fire(Kind kind, Publication publication, String item) {
        String page = settings.siteUrl() + "/news/"
                + publication.story().header().section() + "/"
                + publication.story().header().slug();
        String content = settings.siteUrl() + "/api/v1/content/" + publication.article();
        events.fire(new PublicationEvent(
                number(),
                kind,
                publication.at(),
                publication.article(),
                publication.revision(),
                page,
                content,
                null,
                publication.note(),
                item));
    }

    /** A plan may be under embargo: only that there is one is told, and for when. */
    public void planned(@Observes WorkflowStepTaken taken) {
        WorkflowStep step = taken.step();
        if (step.action().equals("schedule")) {
            plan(
                    Kind.SCHEDULED,
                    taken,
                    lifecycle.lock(taken.article()).schedule().at());
        } else if (UNPLANNED.contains(step.action())
                || (UNPLANNED_TOO.contains(step.action()) && step.from().equals(SCHEDULED))) {
            plan(Kind.UNSCHEDULED, taken, null);
        }
    }

    private void plan(Kind kind, WorkflowStepTaken taken, Instant plannedFor) {
        int revision = taken.step().revision() == null ? 0 : taken.step().revision();
        events.fire(new PublicationEvent(
                number(), kind, taken.step().at(), taken.article(), revision, null, null, plannedFor, null, null));
    }

    /** Taken while the article's row is locked, so for one article numbers count up in the order in which things happened. */
    private long number() {
        Object next = entities.createNativeQuery("select nextval('publication_event_seq')")
                .getSingleResult();
        return ((Number) next).longValue();
    }
}
