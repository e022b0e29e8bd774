package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
    private Clock clock;

    /** The article, locked until the transaction ends. */
    public ArticleView lock(long id) {
        return store.lock(id).view();
    }

    /** Makes a revision of the working copy if it has changes that are in none. */
    public Optional<RevisionSummary> revise(long id, RevisionKind kind, String note) {
        return store.revise(store.lock(id), caller.username(), kind, null, note);
    }

    public void moveTo(long id, ArticleState state) {
        store.lock(id).article().moveTo(state, clock.instant());
    }

    public void approve(long id, RevisionSummary revision) {
        Article article = store.lock(id).article();
        article.approved(revision, caller.username(), clock.instant());
        article.moveTo(ArticleState.APPROVED, clock.instant());
    }

    public void forgetApproval(long id) {
        store.lock(id).article().forgetApproval();
    }

    /** Readers see this revision from now on. */
    public void live(long id, int revision) {
        Article article = store.lock(id).article();
        article.live(revision, clock.instant());
        article.moveTo(ArticleState.PUBLISHED, clock.instant());
    }

    /** Readers see this article no longer. */
    public void withdrawn(long id) {
        Article article = store.lock(id).article();
        article.noLongerLive();
        article.forgetApproval();
        article.moveTo(ArticleState.WITHDRAWN, clock.instant());
    }

    /**
     * Saves another ad layout as a revision of the ads stream; the text stays.
     *
     * @param keepsApproval whether an approval of the text is to stand for the new layout as well
     */
    public SaveOutcome saveLayout(long id, AdLayout layout, String note, boolean keepsApproval) {
        ArticleStore.Pair pair = store.lock(id);
        boolean textInNoRevision = pair.copy().isUnsaved();
        store.write(pair, pair.copy().story(), layout, caller.username());
        Optional<RevisionSummary> revision = store.revise(pair, caller.username(), RevisionKind.ADS, null, note);
        Approval approval = pair.article().approval();
        if (approval != null && revision.isPresent()) {
            if (keepsApproval && !textInNoRevision) {
                pair.article().approvalFollows(revision.get());
                if (pair.article().state() == ArticleState.DRAFT) {
                    // A live article whose ads alone changed: its words are approved, so it can be published again.
                    pair.article().moveTo(ArticleState.APPROVED, clock.instant());
                }
            } else {
                pair.article().forgetApproval();
                pair.article().moveTo(ArticleState.SUBMITTED, clock.instant());
            }
        }
        return new SaveOutcome(pair.view(), revision.orElse(null), false);
    }
}
