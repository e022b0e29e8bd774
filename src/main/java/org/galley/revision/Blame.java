package org.galley.revision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * <p>It looks at the lists of blocks only, a stretch of revisions at a time from the newest backwards, and no further than it has
 * to. A revision is the work of the person who made it; whose autosaves it gathered is not kept.
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
        Revision revision = rows.find(article, number);
        Map<String, String> blocks = revision.blocks();
        Origins<RevisionSummary> origins = new Origins<>(blocks, revision.summary());
        int to = number - 1;
        while (to > 0 && origins.isOpen()) {
            List<Revision> stretch = stretchTo(article, to);
            for (int i = stretch.size() - 1; i >= 0 && origins.isOpen(); i--) {
                origins.back(stretch.get(i).blocks(), stretch.get(i).summary());
            }
            to -= RevisionRows.STRETCH;
        }
        List<BlockOrigin> found = new ArrayList<>();
        blocks.forEach((id, hash) -> {
            RevisionSummary made = origins.of(id);
            found.add(new BlockOrigin(id, hash, made.number(), made.kind(), made.author(), made.at(), made.name()));
        });
        return found;
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
    private record Moment(RevisionSummary revision, BlockMoment.Change change, String hash) {}

    private static void note(List<Moment> moments, Revision earlier, Revision later, String block) {
        if (later != null) {
            Optional<String> was = Optional.ofNullable(earlier)
                    .map(revision -> revision.blocks().get(block));
            String is = later.blocks().get(block);
            if (!Objects.equals(was.orElse(null), is)) {
                BlockMoment.Change change = is == null
                        ? BlockMoment.Change.REMOVED
                        : was.isEmpty() ? BlockMoment.Change.ADDED : BlockMoment.Change.EDITED;
                moments.add(new Moment(later.summary(), change, is));
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
                        moment.revision.author(),
                        moment.revision.at(),
                        moment.change,
                        moment.hash == null ? null : Blocks.parse(block, texts.get(moment.hash))))
                .toList();
    }
}
