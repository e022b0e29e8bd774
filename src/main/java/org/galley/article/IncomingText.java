package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.galley.diff.Anchors;
import org.galley.people.Caller;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/**
 * Puts a whole text into an article that came from outside the desk, as a revision; ad slots follow their paragraphs.
 *
 * <p>Whether it may, by rights and by what the desk did to the article, is decided by the feature that calls, in whose transaction
 * this runs.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class IncomingText {
    @Inject
    private ArticleStore store;

    @Inject
    private StoryRules rules;

    @Inject
    private Caller caller;

    /** The article, locked until the transaction ends. */
    public ArticleView lock(long id) {
        return store.lock(id).view();
    }

    /**
     * Makes this the article's text; a published article keeps its address.
     *
     * @throws RefusedException invalid, or conflict if the article is at rest
     */
    public SaveOutcome put(long id, Story wanted, RevisionKind kind, String note) {
        ArticleStore.Pair pair = store.lock(id);
        Story current = pair.copy().story();
        Story story = pair.article().hasBeenPublished()
                ? wanted.withHeader(wanted.header()
                        .withSlug(current.header().slug())
                        .withSection(current.header().section()))
                : wanted;
        rules.check(story);
        // What nobody has made a revision of yet would otherwise not be seen in the history by itself.
        store.gather(pair);
        AdLayout layout = Anchors.follow(pair.copy().layout(), current, story);
        store.write(pair, story, layout, caller.username());
        Optional<RevisionSummary> revision = store.revise(pair, caller.username(), kind, null, note);
        return new SaveOutcome(pair.view(), revision.orElse(null), kind == RevisionKind.MERGE);
    }
}
