package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.galley.diff.StoryDiff;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.Blocks;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * Packs a history into an archive, and rebuilds it from one with the same hashes.
 *
 * <p>Nothing of an archive is believed: every revision is made anew from the texts that it names, and its hash must come out as the
 * archive says.
 */
@ApplicationScoped
@Transactional
public class Archives {
    private static final int LONGEST_PERSON = 64;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 2_000;
    /** By which the clock of where a history was written may be ahead of the one here. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RevisionRows rows;

    @Inject
    private ContentStore contents;

    @Inject
    private WorkflowLog log;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /** @throws RefusedException forbidden; not found, if there is no such article */
    public HistoryArchive export(long article) {
        caller.require(Right.READ_STORIES);
        int newest = rows.newest(article);
        if (newest == 0) {
            throw RefusedException.notFound("There is no such article.");
        }
        List<ArchivedRevision> revisions = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        for (int from = 1; from <= newest; from += RevisionRows.STRETCH) {
            for (Revision revision : rows.between(article, from, from + RevisionRows.STRETCH - 1)) {
                revisions.add(archived(revision));
                hashes.addAll(revision.contentHashes());
            }
        }
        return new HistoryArchive(revisions, log.list(article, Integer.MAX_VALUE), contents.load(hashes));
    }

    private static ArchivedRevision archived(Revision revision) {
        RevisionSummary summary = revision.summary();
        List<ArchivedRevision.BlockText> blocks = new ArrayList<>();
        revision.blocks().forEach((id, hash) -> blocks.add(new ArchivedRevision.BlockText(id, hash)));
        return new ArchivedRevision(
                summary.number(),
                summary.kind().key(),
                summary.author(),
                summary.at(),
                summary.name(),
                summary.note(),
                revision.headerHash(),
                revision.layoutHash(),
                blocks,
                revision.writers().ofBlocks(),
                summary.contentHash(),
                summary.parentHash(),
                summary.hash());
    }

    /**
     * What an archived revision was, if the archive holds all of it.
     *
     * @throws RefusedException invalid, naming the revision
     */
    public RevisionState state(HistoryArchive archive, int index) {
        caller.require(Right.ADMINISTER);
        ArchivedRevision from = archive.revisions().get(index);
        try {
            List<Block> body = new ArrayList<>();
            for (ArchivedRevision.BlockText block : from.blocks()) {
                body.add(Blocks.parse(block.id(), text(archive, from, block.hash())));
            }
            Story story = new Story(Header.parse(text(archive, from, from.header())), body);
            return new RevisionState(null, story, AdLayout.parse(text(archive, from, from.layout())));
        } catch (RefusedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw wrong(from, "holds a text that is none of a story");
        }
    }

    private static String text(HistoryArchive archive, ArchivedRevision of, String hash) {
        String text = archive.contents().get(hash);
        if (text == null) {
            throw wrong(of, "names the text " + hash + ", which the archive lacks");
        }
        return text;
    }

    private static RefusedException wrong(ArchivedRevision revision, String what) {
        return RefusedException.invalid("revisions", "Revision " + revision.number() + " " + what + ".");
    }

    /**
     * Makes the revisions of an archive those of an article that has none yet.
     *
     * @return the newest of them
     * @throws RefusedException invalid, naming the first revision that is not what its hash says
     */
    public RevisionSummary rebuild(long article, HistoryArchive archive) {
        caller.require(Right.ADMINISTER);
        Revision parent = null;
        Origins origins = null;
        Story story = null;
        AdLayout layout = AdLayout.EMPTY;
        for (int i = 0; i < archive.revisions().size(); i++) {
            ArchivedRevision from = archive.revisions().get(i);
            check(from, parent);
            RevisionState state = state(archive, i);
            Story before = story == null ? new Story(state.story().header(), List.of()) : story;
            NewRevision fresh = new NewRevision(
                    state.story(),
                    state.layout(),
                    from.author(),
                    kind(from),
                    from.name(),
                    from.note(),
                    new Writers(from.writers()));
            Revision made = new Revision(
                    article,
                    parent,
                    fresh,
                    StoryDiff.between(before, layout, fresh.story(), fresh.layout()),
                    from.at());
            if (!made.hash().equals(from.hash()) || !Objects.equals(made.parentHash(), from.parentHash())) {
                throw wrong(from, "is not what its hash was made of");
            }
            origins = origins == null ? Origins.first(made.manifest()) : origins.next(made.number(), made.manifest());
            if (parent != null && made.isWhole()) {
                made.keep(origins);
            }
            contents.put(fresh, made.olderContents(parent));
            entities.persist(made);
            if (parent != null) {
                entities.flush();
                entities.detach(parent);
            }
            parent = made;
            story = fresh.story();
            layout = fresh.layout();
        }
        if (parent == null) {
            throw RefusedException.invalid("revisions", "The archive has no revisions.");
        }
        return parent.summary();
    }

    private void check(ArchivedRevision revision, Revision parent) {
        int number = parent == null ? 1 : parent.number() + 1;
        if (revision.number() != number) {
            throw wrong(revision, "stands where revision " + number + " belongs");
        }
        if (!isPerson(revision.author())
                || revision.writers().values().stream()
                        .anyMatch(people -> people.isEmpty() || !people.stream().allMatch(Archives::isPerson))) {
            throw wrong(revision, "has no author, or one with more than " + LONGEST_PERSON + " characters");
        }
        if (isLonger(revision.name(), LONGEST_NAME) || isLonger(revision.note(), LONGEST_NOTE)) {
            throw wrong(revision, "has a name or note that is too long");
        }
        Instant at = revision.at();
        if (!at.equals(at.truncatedTo(ChronoUnit.MICROS))
                || at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw wrong(revision, "has a time in the future, or a finer one than microseconds");
        }
    }

    private static boolean isPerson(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST_PERSON
                && name.chars().noneMatch(c -> c < ' ');
    }

    private static boolean isLonger(String text, int most) {
        return text != null && text.length() > most;
    }

    private static RevisionKind kind(ArchivedRevision revision) {
        try {
            return RevisionKind.ofKey(revision.kind());
        } catch (IllegalArgumentException e) {
            throw wrong(revision, "is of a kind that there is not");
        }
    }
}
