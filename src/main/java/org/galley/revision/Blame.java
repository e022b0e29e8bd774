package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Blocks;

/**
 * Says who last changed each paragraph, and through which revisions a paragraph went.
 *
 * <pre>{@code
 * for (BlockOrigin origin : blame.of(article)) { … }      // the newest text
 * blame.life(article, "b7", Integer.MAX_VALUE, 20);       // the newest twenty changes of one block
 * }</pre>
 *
 * <p>It looks at the lists of blocks only. Where a block's content is from is kept beside them, so it does not matter how long ago
 * that was; the life of a block is read a stretch of revisions at a time, from the newest backwards and no further than it has to.
 * A block of a revision is the work of all who wrote in it since the one before: of the person who made the revision, and of those
 * whose autosaves are in it.
 */
@ApplicationScoped
@Transactional
public class Blame {
    @Inject
    private RevisionRows rows;

    @Inject
    private ContentStore contents;

    @Inject
    private Caller caller;

    /**
     * The origin of each block of the newest revision, in the order of the text.
     *
     * @throws RefusedException forbidden; not found, if there is no such article
     */
    public List<BlockOrigin> of(long article) {
        caller.require(Right.READ_STORIES);
        return origins(article, newest(article));
    }

    /**
     * The origin of each block of a revision, in the order of its text.
     *
     * @throws RefusedException forbidden; not found, if the article has no such revision
     */
    public List<BlockOrigin> of(long article, int revision) {
        caller.require(Right.READ_STORIES);
        return origins(article, revision);
    }

    private int newest(long article) {
        int newest = rows.newest(article);
        if (newest == 0) {
            throw RefusedException.notFound("There is no such article.");
        }
        return newest;
    }

    private List<BlockOrigin> origins(long article, int number) {
        if (number < 1 || number > newest(article)) {
            throw RefusedException.notFound("The article has no revision " + number + ".");
        }
        Origins origins = rows.origins(article, number);
        Map<String, String> blocks = origins.manifest().blocks();
        Map<Integer, Credit> credits = credits(article, new TreeSet<>(origins.revisions()));
        List<BlockOrigin> found = new ArrayList<>();
        origins.ofBlocks().forEach((block, revision) -> {
            Credit credit = credits.get(revision);
            if (credit == null) {
                throw RevisionRows.damaged(revision);
            }
            found.add(credit.of(block, blocks.get(block)));
        });
        return found;
    }

    /** What is known of a revision that some block is from. */
    private record Credit(int number, RevisionKind kind, String author, Instant at, String name, Writers writers) {
        BlockOrigin of(String block, String hash) {
            return new BlockOrigin(block, hash, number, kind, writers.of(block, author), at, name);
        }
    }

    private Map<Integer, Credit> credits(long article, Collection<Integer> numbers) {
        Map<Integer, Credit> credits = new HashMap<>();
        for (Object[] row : rows.credits(article, List.copyOf(numbers))) {
            Writers writers = row[5] == null ? Writers.NONE : Writers.parse((String) row[5]);
            Credit credit = new Credit(
                    (int) row[0],
                    RevisionKind.ofKey((String) row[1]),
                    (String) row[2],
                    (Instant) row[3],
                    (String) row[4],
                    writers);
            credits.put(credit.number(), credit);
        }
        return credits;
    }

    private List<Revision> stretchTo(long article, int to) {
        return rows.between(article, Math.max(1, to - RevisionRows.STRETCH + 1), to);
    }

    /**
     * The revisions that changed a block's content, the newest first; those that only moved it are not among them.
     *
     * @param before only those with a smaller number; {@link Integer#MAX_VALUE} to begin
     * @param limit how many at most, 1 or more
     * @return empty if no such revision has, or had, the block
     * @throws RefusedException forbidden; not found, if there is no such article
     */
    public List<BlockMoment> life(long article, String block, int before, int limit) {
        caller.require(Right.READ_STORIES);
        List<Moment> moments = new ArrayList<>();
        Revision later = null;
        int to = Math.min(newest(article), before - 1);
        while (to > 0 && moments.size() < limit) {
            List<Revision> stretch = stretchTo(article, to);
            for (int i = stretch.size() - 1; i >= 0; i--) {
                note(moments, stretch.get(i), later, block);
                later = stretch.get(i);
            }
            to -= RevisionRows.STRETCH;
        }
        if (to <= 0) {
            note(moments, null, later, block);
        }
        return withContents(moments.subList(0, Math.min(limit, moments.size())), block);
    }

    /** @param hash null if the revision has not the block */
    private record Moment(RevisionSummary revision, List<String> authors, BlockMoment.Change change, String hash) {}

    private static void note(List<Moment> moments, Revision earlier, Revision later, String block) {
        if (later != null) {
            Optional<String> was = Optional.ofNullable(earlier)
                    .map(revision -> revision.blocks().get(block));
            String is = later.blocks().get(block);
            if (!Objects.equals(was.orElse(null), is)) {
                BlockMoment.Change change = is == null
                        ? BlockMoment.Change.REMOVED
                        : was.isEmpty() ? BlockMoment.Change.ADDED : BlockMoment.Change.EDITED;
                moments.add(new Moment(later.summary(), later.writersOf(block), change, is));
            }
        }
    }

    private List<BlockMoment> withContents(List<Moment> moments, String block) {
        Map<String, String> texts = contents.load(
                moments.stream().map(Moment::hash).filter(Objects::nonNull).toList());
        return moments.stream()
                .map(moment -> new BlockMoment(
                        moment.revision.number(),
                        moment.revision.kind(),
                        moment.authors,
                        moment.revision.at(),
                        moment.change,
                        moment.hash == null ? null : Blocks.parse(block, texts.get(moment.hash))))
                .toList();
    }
}
