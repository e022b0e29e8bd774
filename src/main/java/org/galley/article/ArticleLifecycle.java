package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.galley.people.Caller;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.story.AdLayout;

/**
 * The changes to an article that other features decide on: its state, its approval, what is live, its ad layout.
 *
 * <p>Rights and conditions are checked by the feature that calls, in whose transaction this runs; nothing else may call it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ArticleLifecycle {
    @Inject
    private ArticleStore store;

    @Inject
    private Caller caller;

    @Inject
    private Event<ArticleMoved> moved;

    @Inject
    private Clock clock;

    /** The article as it is, for features that answer to somebody without an account. */
    public ArticleView look(long id) {
        return store.find(id).view();
    }

    /** The article, locked until the transaction ends. */
    public ArticleView lock(long id) {
        return store.lock(id).view();
    }

    /** Makes a revision of changes that are in none, if there are any: by whoever wrote them, whoever asks for it. */
    public Optional<RevisionSummary> gather(long id) {
        return store.gather(store.lock(id));
    }

    /** The same, but whoever hands in their own words does so with a note. */
    public Optional<RevisionSummary> submit(long id, String note) {
        ArticleStore.Pair pair = store.lock(id);
        return pair.copy().updatedBy().equals(caller.username())
                ? store.revise(pair, caller.username(), RevisionKind.SUBMIT, null, note)
                : store.gather(pair);
    }

    public void moveTo(long id, ArticleState state) {
        store.lock(id).article().moveTo(state, clock.instant());
        moved.fire(new ArticleMoved(id));
    }

    public void approve(long id, RevisionSummary revision) {
        Article article = store.lock(id).article();
        article.approved(revision, caller.username(), clock.instant());
        article.moveTo(ArticleState.APPROVED, clock.instant());
        store.forgetWriters(id);
        moved.fire(new ArticleMoved(id));
    }

    /** The usernames of all whose words are in no approved revision, be they saved or autosaved. */
    public List<String> writersSinceApproval(long id) {
        return store.writersSinceApproval(id);
    }

    /**
     * The clock is to publish what is approved.
     *
     * @param as the key of the kind of edition that it is to become over a live one, or null
     */
    public void schedule(long id, Instant at, String as) {
        store.lock(id).article().schedule(at, as, caller.username(), clock.instant());
        moved.fire(new ArticleMoved(id));
    }

    /** The clock publishes it no more; it stays approved. */
    public void unschedule(long id) {
        Article article = store.lock(id).article();
        article.forgetSchedule();
        article.moveTo(ArticleState.APPROVED, clock.instant());
        moved.fire(new ArticleMoved(id));
    }

    /** Says who is to write it, by when and so on; text, state and approval stay. */
    public void assign(long id, Assignment wanted) {
        store.lock(id).article().assign(wanted);
        moved.fire(new ArticleMoved(id));
    }

    /** @param until the end of the embargo, or null for none */
    public void embargo(long id, Instant until) {
        store.lock(id).article().embargo(until, caller.username());
        moved.fire(new ArticleMoved(id));
    }

    /** Articles whose scheduled time has come and that are not held, those that wait longest first. */
    public List<Long> due(int limit) {
        return store.due(clock.instant(), limit);
    }

    /** Whether the clock is to publish another article at the address that this one is to have. */
    public boolean isPlannedForAnother(ArticleView view) {
        return store.isPlannedForAnother(
                view.story().header().section(), view.story().header().slug(), view.id());
    }

    /** The article, locked until the transaction ends; empty, at once, if somebody else has the lock. */
    public Optional<ArticleView> tryLock(long id) {
        return store.tryLock(id).map(ArticleStore.Pair::view);
    }

    /** The clock leaves it alone until somebody decides. */
    public void hold(long id, String because) {
        store.lock(id).article().hold(because, clock.instant());
        moved.fire(new ArticleMoved(id));
    }

    public void forgetApproval(long id) {
        store.lock(id).article().forgetApproval();
    }

    /** Readers see this revision from now on. */
    public void live(long id, int revision, Instant at) {
        Article article = store.lock(id).article();
        article.live(revision, at);
        article.moveTo(ArticleState.PUBLISHED, clock.instant());
        moved.fire(new ArticleMoved(id));
    }

    /** Readers see this article no longer; what was promised of the draft beside it holds. */
    public void withdrawn(long id) {
        Article article = store.lock(id).article();
        article.noLongerLive();
        article.forgetApproval();
        article.moveTo(ArticleState.WITHDRAWN, clock.instant());
        moved.fire(new ArticleMoved(id));
    }

    /**
     * Saves another ad layout as a revision of the ads stream; the text stays.
     *
     * <p>Where the story stands then is the same for whoever saves, a person, an undo or a run. What readers have already is
     * published, with nothing left to do, unless somebody scheduled an update. Anything else follows its approval: if that is
     * kept, a live story is approved and waits to be published again.
     *
     * @param keepsApproval whether an approval of the text is to stand for the new layout as well
     */
    public SaveOutcome saveLayout(long id, AdLayout layout, String note, boolean keepsApproval) {
        ArticleStore.Pair pair = store.lock(id);
        boolean textInNoRevision = pair.copy().isUnsaved();
        ArticleState before = pair.article().state();
        store.writeLayout(pair, layout, caller.username());
        Optional<RevisionSummary> revision = store.revise(pair, caller.username(), RevisionKind.ADS, null, note);
        revision.ifPresent(made -> settle(pair.article(), before, made, keepsApproval && !textInNoRevision));
        return new SaveOutcome(pair.view(), revision.orElse(null), false);
    }

    private void settle(Article article, ArticleState before, RevisionSummary revision, boolean keepsApproval) {
        Instant now = clock.instant();
        Approval approval = article.approval();
        Schedule schedule = article.schedule();
        if (schedule == null && store.readersHave(article, revision)) {
            if (approval != null) {
                article.approvalFollows(revision);
            }
            article.moveTo(ArticleState.PUBLISHED, now);
            store.recordReturn(article, before, caller.username(), now);
        } else if (approval != null && keepsApproval) {
            article.approvalFollows(revision);
            if (article.state() == ArticleState.DRAFT) {
                // A live article whose ads alone changed: its words are approved, so it can be published again.
                article.moveTo(ArticleState.APPROVED, now);
            }
            store.recordAdsAhead(article, before, caller.username(), now);
        } else if (approval != null) {
            article.forgetApproval();
            article.moveTo(ArticleState.SUBMITTED, now);
            store.recordVoiding(article, before, approval, schedule, caller.username(), now);
        } else {
            store.recordAdsAhead(article, before, caller.username(), now);
        }
    }
}
