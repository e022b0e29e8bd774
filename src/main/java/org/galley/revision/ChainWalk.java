package org.galley.revision;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks along a history from its first revision and compares every hash with what is stored, many revisions at a time. */
@Dependent
class ChainWalk {
    @Inject
    private RevisionRows rows;

    @Inject
    private ContentStore contents;

    /** What a walk knows of the way behind it: the last hash, and the texts that were found to be what they should. */
    private static final class Way {
        int checked;
        String lastHash;
        final Set<String> sound = new HashSet<>();
    }

    /**
     * What is wrong first, if anything is.
     *
     * @param last the number that the newest revision must have at least
     */
    ChainCheck walk(long article, int last) {
        int newest = Math.max(last, rows.newest(article));
        Way way = new Way();
        while (way.checked < newest) {
            int from = way.checked + 1;
            List<Revision> stretch = rows.between(article, from, from + RevisionRows.STRETCH - 1);
            if (stretch.isEmpty()) {
                return missing(way);
            }
            ChainCheck broken = walk(stretch, way);
            if (broken != null) {
                return broken;
            }
        }
        return new ChainCheck(way.checked, null, null);
    }

    private ChainCheck walk(List<Revision> stretch, Way way) {
        Set<String> fresh = new HashSet<>();
        stretch.stream().filter(Revision::isResolved).forEach(revision -> fresh.addAll(revision.contentHashes()));
        fresh.removeAll(way.sound);
        Set<String> wrong = contents.wrong(fresh);
        way.sound.addAll(fresh);
        way.sound.removeAll(wrong);
        for (Revision revision : stretch) {
            if (revision.number() != way.checked + 1) {
                return missing(way);
            }
            way.checked++;
            String problem = problemOf(revision, way.lastHash, wrong);
            if (problem != null) {
                return new ChainCheck(way.checked, way.checked, problem);
            }
            way.lastHash = revision.hash();
        }
        return null;
    }

    private static ChainCheck missing(Way way) {
        return new ChainCheck(way.checked, way.checked + 1, "the revision is missing");
    }

    private static String problemOf(Revision revision, String parentHash, Set<String> wrong) {
        if (!revision.isResolved() || !revision.chainHash(parentHash).equals(revision.hash())) {
            return "its author, time, kind, list of blocks or the revision before it is not what its hash was made of";
        }
        if (revision.contentHashes().stream().anyMatch(wrong::contains)) {
            return "a stored text is not what its hash was made of";
        }
        return null;
    }
}
