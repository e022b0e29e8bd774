package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.galley.diff.Anchors;
import org.galley.diff.FieldChange;
import org.galley.diff.Restore;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionState;
import org.galley.revision.RevisionSummary;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Story;

/** Brings back what an earlier revision was: all of it, one stream, or single blocks and fields; always as a new revision. */
@ApplicationScoped
@Transactional
public class Restoring {
    private static final Set<String> ADDRESS = Set.of("section", "slug");

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
     * What to bring back.
     *
     * @param streams never empty
     * @param blocks ids of single blocks of the text
     * @param fields names of single fields of the header, as the API has them; without blocks and fields all of the text is meant
     */
    public record Selection(Set<Stream> streams, Set<String> blocks, Set<String> fields) {
        /** @throws RefusedException invalid, if it selects nothing, parts of the text without the text, or a field that no story has */
        public Selection {
            streams = Set.copyOf(streams);
            blocks = Set.copyOf(blocks);
            fields = Set.copyOf(fields);
            if (streams.isEmpty()) {
                throw RefusedException.invalid("streams", "Say what to restore: text, ads or both.");
            }
            if (!streams.contains(Stream.TEXT) && !(blocks.isEmpty() && fields.isEmpty())) {
                throw RefusedException.invalid(
                        "streams", "Blocks and fields are parts of the text, so the text must be among the streams.");
            }
            for (String field : fields) {
                if (!FieldChange.isField(field)) {
                    throw RefusedException.invalid("fields", "A story has no field \"" + field + "\".");
                }
            }
        }

        public static Selection of(Stream... streams) {
            return new Selection(Set.of(streams), Set.of(), Set.of());
        }

        boolean isText() {
            return streams.contains(Stream.TEXT);
        }

        boolean isAds() {
            return streams.contains(Stream.ADS);
        }

        private boolean isPart() {
            return !blocks.isEmpty() || !fields.isEmpty();
        }
    }

    /**
     * What the article would be after restoring from a revision; changes nothing.
     *
     * @throws RefusedException forbidden, not found or invalid, as {@link #restore} would
     */
    public EarlierState preview(long id, int revision, Selection selection) {
        caller.require(Right.READ_STORIES);
        ArticleStore.Pair pair = store.find(id);
        requireRights(pair, selection);
        return permitted(pair, result(pair, revisions.load(id, revision), selection));
    }

    /**
     * Restores from a revision.
     *
     * @param version of the working copy that the person has seen, or null if it does not matter
     * @throws RefusedException forbidden, not found or invalid; conflict, if somebody changed the article since that version
     */
    public SaveOutcome restore(long id, int revision, Selection selection, Long version) {
        caller.require(Right.READ_STORIES);
        ArticleStore.Pair pair = store.lock(id);
        requireRights(pair, selection);
        if (version != null && version != pair.copy().version()) {
            throw RefusedException.conflict(
                    "changed-since",
                    "Somebody changed the article in the meantime; this is what restoring would do now.");
        }
        return restore(pair, revision, selection);
    }

    /**
     * Takes a restoring back, all that it changed and nothing else.
     *
     * @param made the number of the revision that restoring made
     * @throws RefusedException conflict, if that is not the newest state of the article any more
     */
    public SaveOutcome undo(long id, int made) {
        caller.require(Right.READ_STORIES);
        ArticleStore.Pair pair = store.lock(id);
        RevisionSummary restored = revisions.load(id, made).summary();
        if (restored.kind() != RevisionKind.RESTORE || made < 2) {
            throw RefusedException.invalid("revision", "Revision " + made + " restored nothing.");
        }
        if (pair.article().lastRevision() != made || pair.copy().isUnsaved()) {
            throw RefusedException.conflict(
                    "changed-since",
                    "The article was changed after revision " + made
                            + ", so undoing would take those changes away too. Compare, and restore what you need.");
        }
        EnumSet<Stream> streams = EnumSet.noneOf(Stream.class);
        if (restored.textChanged()) {
            streams.add(Stream.TEXT);
        }
        if (restored.adsChanged()) {
            streams.add(Stream.ADS);
        }
        Selection selection = new Selection(streams, Set.of(), Set.of());
        requireRights(pair, selection);
        return restore(pair, made - 1, selection);
    }

    private SaveOutcome restore(ArticleStore.Pair pair, int revision, Selection selection) {
        RevisionState old = revisions.load(pair.article().id(), revision);
        EarlierState wanted = permitted(pair, result(pair, old, selection));
        // What nobody has made a revision of yet would otherwise be lost by restoring over it.
        store.gather(pair);
        store.write(pair, wanted.story(), wanted.layout(), caller.username());
        Optional<RevisionSummary> made =
                store.revise(pair, caller.username(), RevisionKind.RESTORE, null, "from revision " + revision);
        if (made.isPresent() && pair.article().approval() != null) {
            // The text is as it was, so the ads are not: nobody approved these two together.
            store.voidApproval(pair, caller.username());
        }
        // Looked at after the revision was made, so that it says so.
        return new SaveOutcome(pair.view(), made.orElse(null), false);
    }

    private EarlierState result(ArticleStore.Pair pair, RevisionState old, Selection selection) {
        Story current = pair.copy().story();
        Story story = selection.isText() ? text(pair, current, old.story(), selection) : current;
        AdLayout layout = selection.isAds()
                ? Anchors.follow(old.layout(), old.story(), story)
                : Anchors.follow(pair.copy().layout(), current, story);
        rules.check(story);
        return new EarlierState(story, layout);
    }

    private void requireRights(ArticleStore.Pair pair, Selection selection) {
        if (selection.isText() && !articles.mayWrite(pair.view())) {
            throw RefusedException.forbidden("not-own-article", "You may not change this article's text.");
        }
        // Restoring everything of one's own story takes its ads along; moving ads beside a part of it is the ad
        // manager's.
        if (selection.isAds() && (!selection.isText() || selection.isPart())) {
            caller.require(Right.PLACE_ADS);
        }
    }

    /** Where the text stays as it is and ads do not, only ads are restored, whatever was selected: that is the ad manager's. */
    private EarlierState permitted(ArticleStore.Pair pair, EarlierState wanted) {
        boolean isAdsAlone = wanted.story().equals(pair.copy().story())
                && !wanted.layout().equals(pair.copy().layout());
        if (isAdsAlone) {
            caller.require(Right.PLACE_ADS);
        }
        return wanted;
    }

    /** The old header with the address of now where that must stay, and the section of now where the old one is no more. */
    private Header address(Header old, Header current, boolean published) {
        if (published) {
            return old.withSlug(current.slug()).withSection(current.section());
        }
        return rules.isSection(old.section()) ? old : old.withSection(current.section());
    }

    private Story text(ArticleStore.Pair pair, Story current, Story old, Selection selection) {
        boolean published = pair.article().hasBeenPublished();
        if (!selection.isPart()) {
            return old.withHeader(address(old.header(), current.header(), published));
        }
        for (String block : selection.blocks()) {
            if (old.block(block).isEmpty() && current.block(block).isEmpty()) {
                throw RefusedException.invalid("blocks", "Neither text has a block \"" + block + "\".");
            }
        }
        if (published && ADDRESS.stream().anyMatch(selection.fields()::contains)) {
            throw RefusedException.invalid(
                    "fields", "Restoring leaves the address of a published article as it is: section and slug.");
        }
        return Restore.fields(Restore.blocks(current, old, selection.blocks()), old, selection.fields());
    }
}
