package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.diff.StoryDiff;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.Blocks;
import org.galley.story.Header;
import org.galley.story.Story;

/** Makes revisions and gives them back exactly as they were. */
@ApplicationScoped
@Transactional
public class Revisions {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ContentStore contents;

    @Inject
    private RevisionRows rows;

    @Inject
    private ChainWalk chain;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * Makes the next revision of an article. The caller of this method holds the lock on the article, so numbers have no gaps.
     *
     * @param last the number of the article's last revision, 0 for none
     */
    public RevisionSummary append(long article, int last, NewRevision fresh) {
        Revision parent = last == 0 ? null : rows.find(article, last);
        StoryDiff change = parent == null
                ? StoryDiff.between(
                        new Story(fresh.story().header(), List.of()), AdLayout.EMPTY, fresh.story(), fresh.layout())
                : changeSince(parent, fresh);
        Revision revision = new Revision(article, parent, fresh, change, after(parent));
        contents.put(fresh, revision.olderContents(parent));
        if (parent != null && revision.isWhole()) {
            revision.keep(rows.origins(article, last).next(revision.number(), revision.manifest()));
        }
        entities.persist(revision);
        return revision.summary();
    }

    /** Now; but a clock may be set back, and those of two nodes differ, while a history only goes on. */
    private Instant after(Revision parent) {
        Instant now = clock.instant();
        return parent != null && now.isBefore(parent.summary().at())
                ? parent.summary().at()
                : now;
    }

    private StoryDiff changeSince(Revision parent, NewRevision fresh) {
        RevisionState before = state(parent);
        return StoryDiff.between(before.story(), before.layout(), fresh.story(), fresh.layout());
    }

    /** @throws RefusedException not found, if the article has no such revision */
    public RevisionState load(long article, int number) {
        caller.require(Right.READ_STORIES);
        return state(rows.find(article, number));
    }

    /** The revision that was the newest at a moment. */
    public Optional<RevisionState> loadAt(long article, Instant at) {
        caller.require(Right.READ_STORIES);
        return rows.latestAt(article, at).map(this::state);
    }

    /** A revision's text and ads for publication, which happens without a person at times. */
    public RevisionState loadForPublication(long article, int number) {
        return state(rows.find(article, number));
    }

    /** The SHA-256 of a revision's content, hexadecimal: the same for two revisions if text and ads are the same. */
    public String contentHash(long article, int number) {
        return rows.find(article, number).summary().contentHash();
    }

    /**
     * Revisions from the newest on, without their texts.
     *
     * @param before only those with a smaller number; {@link Integer#MAX_VALUE} to begin
     * @param limit how many at most
     */
    public List<RevisionSummary> list(long article, int before, int limit) {
        caller.require(Right.READ_STORIES);
        return rows.before(article, before, limit).stream()
                .map(Revision::summary)
                .toList();
    }

    /** Whether any layout of the history has a slot of this definition. */
    public boolean isUsed(String definition) {
        caller.require(Right.READ_STORIES);
        return contents.hasSlotOf(definition);
    }

    /**
     * Walks the chain from the first revision on and compares every hash with what is stored.
     *
     * @param last the number of the article's newest revision, as the article has it: a chain that ends before it lacks its end
     */
    public ChainCheck verify(long article, int last) {
        caller.require(Right.READ_STORIES);
        return chain.walk(article, last);
    }

    /** @throws RefusedException conflict, if what is stored of it is missing or no story, as somebody altered the database */
    private RevisionState state(Revision revision) {
        Map<String, String> texts = contents.load(revision.contentHashes());
        try {
            List<Block> body = new ArrayList<>();
            revision.blocks().forEach((id, hash) -> body.add(Blocks.parse(id, text(texts, hash))));
            Story story = new Story(Header.parse(text(texts, revision.headerHash())), body);
            return new RevisionState(revision.summary(), story, AdLayout.parse(text(texts, revision.layoutHash())));
        } catch (RuntimeException unreadable) {
            throw RevisionRows.damaged(revision.number());
        }
    }

    private static String text(Map<String, String> texts, String hash) {
        String text = texts.get(hash);
        if (text == null) {
            throw new IllegalArgumentException("the stored content " + hash + " is missing");
        }
        return text;
    }
}
