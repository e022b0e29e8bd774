package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import org.galley.diff.Anchors;
import org.galley.diff.Restore;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** Brings back what an earlier revision was: all of it, one stream, or single blocks; always as a new revision. */
@ApplicationScoped
@Transactional
public class Restoring {
    /** A part of an article that can be restored by itself. */
    public enum Stream {
        TEXT,
        ADS
    }

    @Inject
    private ArticleStore store;

    @Inject
    private Articles articles;

    @Inject
    private Revisions revisions;

    @Inject
    private StoryRules rules;

    @Inject
    private Caller caller;

    /**
     * Restores from a revision.
     *
     * @param streams what to restore; not empty
     * @param blocks ids of single blocks of the text; empty for all of it
     * @throws RefusedException forbidden, not found or invalid
     */
    public SaveOutcome restore(long id, int revision, Set<Stream> streams, Set<String> blocks) {
        caller.require(Right.READ_STORIES);
        if (streams.isEmpty()) {
            throw RefusedException.invalid("streams", "Say what to restore: text, ads or both.");
        }
        ArticleStore.Pair pair = store.lock(id);
        requireRights(pair, streams);
        RevisionState old = revisions.load(id, revision);
        // What nobody has made a revision of yet would otherwise be lost by restoring over it.
        store.revise(pair, pair.copy().updatedBy(), RevisionKind.SESSION, null, null);
        Story current = pair.copy().story();
        Story story = streams.contains(Stream.TEXT) ? text(pair, current, old.story(), blocks) : current;
        AdLayout layout = streams.contains(Stream.ADS)
                ? Anchors.follow(old.layout(), old.story(), story)
                : Anchors.follow(pair.copy().layout(), current, story);
        rules.check(story);
        store.write(pair, story, layout, caller.username());
        Optional<RevisionSummary> made =
                store.revise(pair, caller.username(), RevisionKind.RESTORE, null, "from revision " + revision);
        if (made.isPresent() && pair.article().approval() != null) {
            // The text is as it was, so the ads are not: nobody approved these two together.
            store.voidApproval(pair, caller.username());
        }
        // Looked at after the revision was made, so that it says so.
        return new SaveOutcome(pair.view(), made.orElse(null), false);
    }

    private void requireRights(ArticleStore.Pair pair, Set<Stream> streams) {
        if (streams.contains(Stream.ADS) && !caller.has(Right.PLACE_ADS)) {
            // Restoring everything of one's own story takes its ads along; moving ads alone is the ad manager's.
            boolean wholeStory = streams.contains(Stream.TEXT) && articles.mayWrite(pair.view());
            if (!wholeStory) {
                caller.require(Right.PLACE_ADS);
            }
        }
        if (streams.contains(Stream.TEXT) && !articles.mayWrite(pair.view())) {
            throw RefusedException.forbidden("not-own-article", "You may not change this article's text.");
        }
    }

    private Story text(ArticleStore.Pair pair, Story current, Story old, Set<String> blocks) {
        if (blocks.isEmpty()) {
            boolean published = pair.article().hasBeenPublished();
            return published
                    ? old.withHeader(old.header()
                            .withSlug(current.header().slug())
                            .withSection(current.header().section()))
                    : old;
        }
        for (String block : blocks) {
            if (old.block(block).isEmpty()) {
                throw RefusedException.invalid("blocks", "The revision has no block \"" + block + "\".");
            }
        }
        return Restore.blocks(current, old, blocks);
    }
}
