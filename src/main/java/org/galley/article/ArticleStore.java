package org.galley.article;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.NewRevision;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** Loads and locks articles with their working copies, and writes the next state of both. */
@Dependent
class ArticleStore {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Revisions revisions;

    @Inject
    private WorkflowLog workflow;

    @Inject
    private Clock clock;

    @Inject
    private Event<WorkingCopyChanged> changed;

    /** An article and its working copy, as one. */
    record Pair(Article article, WorkingCopy copy) {
        ArticleView view() {
            return article.view(copy);
        }
    }

    Pair find(long id) {
        return new Pair(existing(entities.find(Article.class, id)), entities.find(WorkingCopy.class, id));
    }

    /**
     * The same, with the article's row locked until the transaction ends, and as it is then: whatever this transaction read
     * before it got the lock may be old, so both rows are read anew; what it changed itself is written first, not to be lost by
     * that.
     */
    Pair lock(long id) {
        entities.flush();
        Article article = existing(entities.find(Article.class, id, LockModeType.PESSIMISTIC_WRITE));
        return new Pair(article, entities.find(WorkingCopy.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Article existing(Article article) {
        if (article == null) {
            throw RefusedException.notFound("There is no such article.");
        }
        return article;
    }

    Pair create(Story story, AdLayout layout, String author) {
        Instant now = clock.instant();
        Article article = new Article(author, now);
        // The row needs what lists show before its first flush, the working copy needs the row's id.
        WorkingCopy draft = new WorkingCopy(0, story, layout, author, now);
        article.follows(draft);
        entities.persist(article);
        entities.flush();
        WorkingCopy copy = new WorkingCopy(article.id(), story, layout, author, now);
        entities.persist(copy);
        entities.persist(copy.state());
        return new Pair(article, copy);
    }

    /** What the working copy was at a version, if that is still known. */
    Optional<WorkingState> stateAt(long article, long version) {
        return Optional.ofNullable(entities.find(WorkingState.class, new WorkingState.Key(article, version)));
    }

    /** Makes this the working copy's next version, unless it already is what the copy holds. */
    void write(Pair pair, Story story, AdLayout layout, String author) {
        if (pair.copy().holds(story, layout)) {
            return;
        }
        Instant now = clock.instant();
        boolean textChanged = !pair.copy().story().equals(story);
        pair.copy().take(story, layout, author, now);
        pair.article().follows(pair.copy());
        changed.fire(new WorkingCopyChanged(pair.article().id(), pair.copy().version(), author));
        entities.persist(pair.copy().state());
        if (pair.copy().version() % WorkingState.KEPT == 0) {
            entities.createNamedQuery("WorkingState.prune")
                    .setParameter("article", pair.article().id())
                    .setParameter("oldest", pair.copy().version() - WorkingState.KEPT)
                    .executeUpdate();
        }
        if (textChanged) {
            voidApproval(pair.article(), author, now);
        } else {
            pair.article().layoutChanged(now);
        }
    }

    /** What was approved is not what there is now; says so in the history. */
    void voidApproval(Pair pair, String author) {
        voidApproval(pair.article(), author, clock.instant());
    }

    private void voidApproval(Article article, String author, Instant now) {
        ArticleState before = article.state();
        Integer approved =
                article.approval() == null ? null : article.approval().revision();
        if (article.textChanged(now)) {
            workflow.record(
                    article.id(),
                    new WorkflowStep(
                            now,
                            author,
                            "approval-voided",
                            before.key(),
                            article.state().key(),
                            approved,
                            null));
        }
    }

    /** Makes a revision of the working copy, if it has changes that are in none or a name or note is given to it. */
    Optional<RevisionSummary> revise(Pair pair, String author, RevisionKind kind, String name, String note) {
        boolean worth = pair.copy().isUnsaved()
                || Objects.requireNonNullElse(name, "").length() > 0
                || pair.article().lastRevision() == 0;
        if (!worth) {
            return Optional.empty();
        }
        RevisionSummary revision = revisions.append(
                pair.article().id(),
                pair.article().lastRevision(),
                new NewRevision(pair.copy().story(), pair.copy().layout(), author, kind, name, note));
        pair.article().revised(revision);
        pair.copy().revised();
        return Optional.of(revision);
    }
}
