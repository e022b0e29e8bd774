package org.galley.workflow;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.publishing.EditionKind;
import org.galley.publishing.Editions;
import org.galley.publishing.Publication;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;

/**
 * What transitions do, once they are allowed.
 *
 * <p>Publication is here alone, whether a person asks for it or the clock: the approved revision, compared by its hash, and
 * nothing else.
 */
@Dependent
class Deeds {
    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Revisions revisions;

    @Inject
    private Editions editions;

    @Inject
    private Clock clock;

    /** @return the number of the revision that the step was about */
    int carryOut(ArticleView view, Step step) {
        long id = view.id();
        return switch (step.action()) {
            case SUBMIT -> {
                int revision = newest(view, lifecycle.submit(id, step.note()));
                lifecycle.moveTo(id, ArticleState.SUBMITTED);
                yield revision;
            }
            case APPROVE -> {
                int number = newest(view, lifecycle.gather(id));
                RevisionSummary summary = revisions.load(id, number).summary();
                lifecycle.approve(id, summary);
                yield number;
            }
            case REQUEST_CHANGES -> unapproved(view, ArticleState.SENT_BACK);
            case PUBLISH -> publish(view, kind(view, step.as()), null);
            case CORRECT -> publish(view, EditionKind.CORRECT, step.note());
            case WITHDRAW -> withdraw(view, step.note());
            case SCHEDULE -> {
                lifecycle.schedule(id, step.at(), plannedAs(view, step.as()));
                yield view.approval().revision();
            }
            case UNSCHEDULE -> {
                lifecycle.unschedule(id);
                yield view.approval().revision();
            }
            case EMBARGO -> {
                lifecycle.embargo(id, step.at());
                yield view.lastRevision();
            }
            case LIFT_EMBARGO -> {
                lifecycle.embargo(id, null);
                yield view.lastRevision();
            }
            case SPIKE -> unapproved(view, ArticleState.SPIKED);
            case UNSPIKE -> moved(view, ArticleState.DRAFT);
            case ARCHIVE -> moved(view, ArticleState.ARCHIVED);
            case UNARCHIVE -> moved(view, view.isLive() ? ArticleState.PUBLISHED : ArticleState.WITHDRAWN);
        };
    }

    /** Whoever only moves the time leaves what was chosen for readers. */
    private static String plannedAs(ArticleView view, EditionKind chosen) {
        if (chosen == null && view.schedule() != null) {
            return view.schedule().as();
        }
        EditionKind kind = kind(view, chosen);
        return kind == EditionKind.PUBLISH ? null : kind.key();
    }

    private int unapproved(ArticleView view, ArticleState next) {
        lifecycle.forgetApproval(view.id());
        return moved(view, next);
    }

    private int moved(ArticleView view, ArticleState next) {
        lifecycle.moveTo(view.id(), next);
        return view.lastRevision();
    }

    private static int newest(ArticleView view, Optional<RevisionSummary> made) {
        return made.map(RevisionSummary::number).orElse(view.lastRevision());
    }

    /** What a publication is to readers: the first one, or what was chosen over a live edition. */
    static EditionKind kind(ArticleView view, EditionKind chosen) {
        return view.isLive() ? Objects.requireNonNullElse(chosen, EditionKind.UPDATE) : EditionKind.PUBLISH;
    }

    /** @return the number of the revision that readers have now */
    int publish(ArticleView view, EditionKind kind, String note) {
        RevisionState approved =
                revisions.loadForPublication(view.id(), view.approval().revision());
        if (!approved.summary().contentHash().equals(view.approval().contentHash())) {
            throw new IllegalStateException(
                    "the approved revision of article " + view.id() + " is not what was approved");
        }
        Instant now = clock.instant();
        Instant first = view.firstPublishedAt() == null ? now : view.firstPublishedAt();
        boolean readersAreTold = kind != EditionKind.SILENT_FIX;
        Instant modified = readersAreTold || view.publishedAt() == null
                ? now
                : editions.modifiedTime(view.id()).orElse(now);
        editions.publish(new Publication(
                view.id(),
                approved.summary().number(),
                kind,
                approved.story(),
                approved.layout(),
                note,
                first,
                modified,
                now));
        lifecycle.live(view.id(), approved.summary().number(), now);
        return approved.summary().number();
    }

    private int withdraw(ArticleView view, String note) {
        RevisionState live = revisions.load(view.id(), view.liveRevision());
        Instant now = clock.instant();
        editions.withdraw(new Publication(
                view.id(),
                live.summary().number(),
                EditionKind.WITHDRAW,
                live.story(),
                live.layout(),
                note,
                view.firstPublishedAt(),
                now,
                now));
        lifecycle.withdrawn(view.id());
        return live.summary().number();
    }
}
