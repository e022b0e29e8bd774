package org.galley.article;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    @Inject
    private Instance<TextFollower> followers;

    @Inject
    private Event<StoryWritten> written;

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

    /** The articles whose time has come, those that wait longest first. */
    List<Long> due(Instant now, int limit) {
        return entities.createNamedQuery("Article.due", Long.class)
                .setParameter("scheduled", ArticleState.SCHEDULED)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Whether the clock is to publish another article at an address. */
    boolean isPlannedForAnother(String section, String slug, long except) {
        return entities.createNamedQuery("Article.plannedAt", Long.class)
                        .setParameter("scheduled", ArticleState.SCHEDULED)
                        .setParameter("section", section)
                        .setParameter("slug", slug)
                        .setParameter("except", except)
                        .getSingleResult()
                > 0;
    }

    /** The same as {@link #lock}, unless somebody else holds the lock: then nothing, at once. */
    Optional<Pair> tryLock(long id) {
        // SKIP LOCKED is in no version of JPQL.
        return entities.createNativeQuery("select id from article where id = ? for update skip locked")
                        .setParameter(1, id)
                        .getResultList()
                        .isEmpty()
                ? Optional.empty()
                : Optional.of(lock(id));
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
        wrote(article, author);
        Pair pair = new Pair(article, copy);
        tell(pair, story);
        return pair;
    }

    /** What the working copy was at a version, if that is still known. */
    Optional<WorkingState> stateAt(long article, long version) {
        return Optional.ofNullable(entities.find(WorkingState.class, new WorkingState.Key(article, version)));
    }

    /** Who made the versions of the working copy after a version. */
    List<String> writersSince(long article, long version) {
        return entities.createNamedQuery("WorkingState.writers", String.class)
                .setParameter("article", article)
                .setParameter("since", version)
                .getResultList();
    }

    /** Makes this the working copy's next version, unless it already is what the copy holds. */
    void write(Pair pair, Story story, AdLayout layout, String author) {
        ArticleState before = pair.article().state();
        boolean adsAlone = pair.copy().story().equals(story);
        take(pair, story, layout, author);
        if (adsAlone) {
            recordAdsAhead(pair.article(), before, author, clock.instant());
        }
    }

    /** The same for ads alone; whoever asks for it says in the timeline where the story stands then. */
    void writeLayout(Pair pair, AdLayout layout, String author) {
        take(pair, pair.copy().story(), layout, author);
    }

    private void take(Pair pair, Story story, AdLayout layout, String author) {
        if (pair.copy().holds(story, layout)) {
            return;
        }
        Instant now = clock.instant();
        if (pair.article().state().isAtRest()) {
            throw RefusedException.conflict(
                    "at-rest",
                    "The article is " + pair.article().state().key()
                            + ", so it is not changed; take it up again first (on Review).");
        }
        Story earlier = pair.copy().story();
        boolean textChanged = !earlier.equals(story);
        pair.copy().take(earlier, story, layout, author, now);
        pair.article().follows(pair.copy());
        changed.fire(new WorkingCopyChanged(pair.article().id(), pair.copy().version(), author));
        tell(pair, story);
        entities.persist(pair.copy().state());
        if (pair.copy().version() % WorkingState.KEPT == 0) {
            entities.createNamedQuery("WorkingState.prune")
                    .setParameter("article", pair.article().id())
                    .setParameter("oldest", pair.copy().version() - WorkingState.KEPT)
                    .executeUpdate();
        }
        if (textChanged) {
            followers.forEach(follower -> follower.textChanged(pair.article().id(), earlier, story, author));
            wrote(pair.article(), author);
            voidApproval(pair.article(), author, now);
        } else {
            pair.article().layoutChanged(now);
        }
    }

    private void tell(Pair pair, Story story) {
        written.fire(new StoryWritten(
                pair.article().id(),
                pair.copy().version(),
                story,
                pair.article().createdBy(),
                pair.copy().updatedAt()));
    }

    /** What was approved is not what there is now; says so in the history. */
    void voidApproval(Pair pair, String author) {
        voidApproval(pair.article(), author, clock.instant());
    }

    /** Remembers whose words no approval has seen. */
    private void wrote(Article article, String author) {
        if (entities.find(UnapprovedWriter.class, new UnapprovedWriter.Key(article.id(), author)) == null) {
            entities.persist(new UnapprovedWriter(article.id(), author));
        }
    }

    /** Remembers several whose words no approval has seen. */
    void wrote(Pair pair, Collection<String> authors) {
        authors.forEach(author -> wrote(pair.article(), author));
    }

    private List<UnapprovedWriter> writers(long article) {
        return entities.createNamedQuery("UnapprovedWriter.ofArticle", UnapprovedWriter.class)
                .setParameter("article", article)
                .getResultList();
    }

    List<String> writersSinceApproval(long article) {
        return writers(article).stream().map(UnapprovedWriter::username).toList();
    }

    void forgetWriters(long article) {
        writers(article).forEach(entities::remove);
        entities.flush();
    }

    private void voidApproval(Article article, String author, Instant now) {
        ArticleState before = article.state();
        Approval approval = article.approval();
        Schedule schedule = article.schedule();
        article.textChanged(now);
        recordVoiding(article, before, approval, schedule, author, now);
        recordReopening(article, before, author, now);
    }

    /** Says in the timeline that an approval is void, and with it the schedule that was pinned to it. */
    void recordVoiding(
            Article article, ArticleState before, Approval approval, Schedule schedule, String author, Instant now) {
        if (schedule != null) {
            record(article, "schedule-voided", before, approval, author, now);
        }
        if (approval != null) {
            record(article, "approval-voided", before, approval, author, now);
        }
    }

    private void recordReopening(Article article, ArticleState before, String author, Instant now) {
        if (article.state() == ArticleState.DRAFT && before != ArticleState.DRAFT) {
            record(article, "reopened", before, null, author, now);
        }
    }

    /** Says in the timeline that readers do not have the ads that the desk has; of the text nothing is said. */
    void recordAdsAhead(Article article, ArticleState before, String author, Instant now) {
        if (before == ArticleState.PUBLISHED && article.state() != before) {
            record(article, "ads-ahead", before, null, author, now);
        }
    }

    /** Whether a revision is word for word and slot for slot what readers have, whatever came between. */
    boolean readersHave(Article article, RevisionSummary revision) {
        Integer live = article.liveRevision();
        return live != null && revisions.contentHash(article.id(), live).equals(revision.contentHash());
    }

    /** Says in the timeline that a change was taken back, so that the desk has again what readers have. */
    void recordReturn(Article article, ArticleState before, String author, Instant now) {
        record(article, "as-published", before, null, author, now);
    }

    private void record(
            Article article, String action, ArticleState before, Approval approval, String author, Instant now) {
        workflow.record(
                article.id(),
                new WorkflowStep(
                        now,
                        author,
                        action,
                        before.key(),
                        article.state().key(),
                        approval == null ? null : approval.revision(),
                        null));
    }

    /** Makes a revision, by whoever wrote them, of changes that are in none: others' words are not to be seen as theirs. */
    Optional<RevisionSummary> gather(Pair pair) {
        return revise(pair, pair.copy().updatedBy(), RevisionKind.SESSION, null, null);
    }

    /** Makes a revision of the working copy, if it has changes that are in none or a name or note is given to it. */
    Optional<RevisionSummary> revise(Pair pair, String author, RevisionKind kind, String name, String note) {
        boolean worth = pair.copy().isUnsaved()
                || !Objects.requireNonNullElse(name, "").isBlank()
                || pair.article().lastRevision() == 0;
        if (!worth) {
            return Optional.empty();
        }
        RevisionSummary revision = revisions.append(
                pair.article().id(),
                pair.article().lastRevision(),
                new NewRevision(
                        pair.copy().story(),
                        pair.copy().layout(),
                        author,
                        kind,
                        name,
                        note,
                        pair.copy().writers()));
        pair.article().revised(revision);
        pair.copy().revised();
        return Optional.of(revision);
    }
}
