package org.galley.revision;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;

/** Reads revisions with their lists of blocks worked out: one, or a stretch of an article's history at a time. */
@Dependent
class RevisionRows {
    /** How many revisions a walk along a history reads at a time: two queries for each stretch. */
    static final int STRETCH = 500;

    private static final String ARTICLE = "article";
    /** Where they stand in a row of the query for lists of blocks. */
    private static final int OF_ORIGINS = 2;

    @PersistenceContext
    private EntityManager entities;

    /** The number of the newest revision, 0 if there is none. */
    int newest(long article) {
        Integer newest = entities.createNamedQuery("Revision.newest", Integer.class)
                .setParameter(ARTICLE, article)
                .getSingleResult();
        return newest == null ? 0 : newest;
    }

    /** @throws RefusedException not found, if the article has no such revision */
    Revision find(long article, int number) {
        Revision revision = found(
                        article,
                        entities.createNamedQuery("Revision.byNumber", Revision.class)
                                .setParameter(ARTICLE, article)
                                .setParameter("number", number))
                .stream()
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("The article has no revision " + number + "."));
        resolve(article, revision);
        return revision;
    }

    /** The revision that was the newest at a moment. */
    Optional<Revision> latestAt(long article, Instant at) {
        Optional<Revision> latest = found(
                        article,
                        entities.createNamedQuery("Revision.latestAt", Revision.class)
                                .setParameter(ARTICLE, article)
                                .setParameter("at", at)
                                .setMaxResults(1))
                .stream()
                .findFirst();
        latest.ifPresent(revision -> resolve(article, revision));
        return latest;
    }

    /**
     * Revisions from the newest on, without their lists of blocks.
     *
     * @param before only those with a smaller number
     * @param limit how many at most
     */
    List<Revision> before(long article, int before, int limit) {
        return found(
                article,
                entities.createNamedQuery("Revision.before", Revision.class)
                        .setParameter(ARTICLE, article)
                        .setParameter("before", before)
                        .setMaxResults(limit));
    }

    /** What a query finds; each knows the hash of the revision before it, which is in that one's row. */
    private List<Revision> found(long article, TypedQuery<Revision> query) {
        List<Revision> found = query.getResultList();
        Map<Integer, String> hashes = new HashMap<>();
        found.forEach(revision -> hashes.put(revision.number(), revision.hash()));
        hashes.putAll(hashes(
                article,
                found.stream()
                        .map(revision -> revision.number() - 1)
                        .filter(number -> !hashes.containsKey(number))
                        .toList()));
        found.forEach(revision -> revision.follow(hashes.get(revision.number() - 1)));
        return found;
    }

    /** The hashes of some revisions by their numbers; one that there is not is missing from the answer. */
    Map<Integer, String> hashes(long article, Collection<Integer> numbers) {
        Map<Integer, String> hashes = new HashMap<>();
        List<Integer> wanted = numbers.stream().filter(number -> number > 0).toList();
        if (!wanted.isEmpty()) {
            entities.createNamedQuery("Revision.hashes", Object[].class)
                    .setParameter(ARTICLE, article)
                    .setParameter("numbers", wanted)
                    .getResultStream()
                    .forEach(row -> hashes.put((Integer) row[0], (String) row[1]));
        }
        return hashes;
    }

    /**
     * Works out the list of blocks of one revision.
     *
     * @throws RefusedException conflict, if it is damaged
     */
    void resolve(long article, Revision revision) {
        try {
            int from = revision.needsListsFrom();
            revision.resolve(
                    from == revision.number()
                            ? null
                            : manifest(article, from, revision.number() - 1)
                                    .orElseThrow(() -> damaged(revision.number())));
        } catch (IllegalArgumentException altered) {
            throw damaged(revision.number());
        }
    }

    /** The refusal to show a revision that cannot be read, as somebody altered it, or one that it builds on, in the database. */
    static RefusedException damaged(int number) {
        return RefusedException.conflict(
                "damaged-history",
                "Revision " + number + " cannot be read, as the history was altered in the database."
                        + " Checking the chain tells where.");
    }

    /**
     * Revisions in the order of their numbers, no longer watched for changes. One whose list of blocks cannot be worked out, as
     * somebody altered it or took another one out, is left without.
     *
     * @param from the first number, 1 or more
     * @param to the last number, at most {@value #STRETCH} in all
     */
    List<Revision> between(long article, int from, int to) {
        List<Revision> revisions = found(
                article,
                entities.createNamedQuery("Revision.between", Revision.class)
                        .setParameter(ARTICLE, article)
                        .setParameter("from", from)
                        .setParameter("to", to));
        Revision last = null;
        for (Revision revision : revisions) {
            try {
                revision.resolve(before(article, revision, last));
            } catch (IllegalArgumentException e) {
                // It stays without a list, which says the same.
            }
            last = revision;
        }
        revisions.forEach(entities::detach);
        return revisions;
    }

    private Manifest before(long article, Revision revision, Revision last) {
        int from = revision.needsListsFrom();
        if (from == revision.number()) {
            return null;
        }
        if (last == null) {
            return manifest(article, from, revision.number() - 1).orElse(null);
        }
        return last.number() == revision.number() - 1 && last.isResolved() ? last.manifest() : null;
    }

    /**
     * Which revisions gave the blocks of a revision their contents: from the nearest whole list on beside which that was kept.
     *
     * <p>A history from before it was kept is walked from its first revision, once: what is found is kept beside its last whole list.
     *
     * @param number of a revision that the article has
     * @throws RefusedException conflict, if a list of blocks that is needed is missing or damaged
     */
    Origins origins(long article, int number) {
        Integer known = entities.createNamedQuery("Revision.withOrigins", Integer.class)
                .setParameter(ARTICLE, article)
                .setParameter("number", number)
                .getSingleResult();
        Origins origins = null;
        int next = known == null ? 1 : known;
        int unkept = 0;
        String found = null;
        while (next <= number) {
            for (Object[] row : manifests(article, next, Math.min(number, next + STRETCH - 1))) {
                origins = origins(origins, next, row);
                if (row[OF_ORIGINS] == null && next > 1 && Manifest.baseOf((String) row[1]) == 0) {
                    unkept = next;
                    found = origins.stored();
                }
                next++;
            }
        }
        if (unkept > 0) {
            entities.createNamedQuery("Revision.keepOrigins")
                    .setParameter(ARTICLE, article)
                    .setParameter("number", unkept)
                    .setParameter("origins", found)
                    .executeUpdate();
        }
        return origins;
    }

    /** Number, kind, author, time, name and writers of some revisions, each as it is kept and in no order. */
    List<Object[]> credits(long article, List<Integer> numbers) {
        List<Object[]> all = new ArrayList<>();
        for (int from = 0; from < numbers.size(); from += STRETCH) {
            all.addAll(entities.createNamedQuery("Revision.credits", Object[].class)
                    .setParameter(ARTICLE, article)
                    .setParameter("numbers", numbers.subList(from, Math.min(numbers.size(), from + STRETCH)))
                    .getResultList());
        }
        return all;
    }

    /** Rows without a gap from the first number on, at least one. */
    private List<Object[]> manifests(long article, int from, int to) {
        List<Object[]> rows = entities.createNamedQuery("Revision.manifests", Object[].class)
                .setParameter(ARTICLE, article)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
        for (int i = 0; i < Math.max(1, rows.size()); i++) {
            if (rows.isEmpty() || (int) rows.get(i)[0] != from + i) {
                throw damaged(from + i);
            }
        }
        return rows;
    }

    /** @param row of the revision after the one whose origins are known; if none are, of one that has them, or of the first */
    private static Origins origins(Origins before, int number, Object[] row) {
        try {
            Manifest manifest = Manifest.read((String) row[1], before == null ? null : before.manifest());
            if (before != null) {
                return before.next(number, manifest);
            }
            return row[OF_ORIGINS] == null ? Origins.first(manifest) : Origins.read(manifest, (String) row[OF_ORIGINS]);
        } catch (IllegalArgumentException altered) {
            throw damaged(number);
        }
    }

    /** The list of blocks of one revision out of the whole one and the differences; empty if one is missing or broken. */
    private Optional<Manifest> manifest(long article, int whole, int number) {
        List<Object[]> rows = entities.createNamedQuery("Revision.manifests", Object[].class)
                .setParameter(ARTICLE, article)
                .setParameter("from", whole)
                .setParameter("to", number)
                .getResultList();
        if (rows.isEmpty() || rows.size() != number - whole + 1) {
            return Optional.empty();
        }
        try {
            Manifest manifest = null;
            for (Object[] row : rows) {
                manifest = Manifest.read((String) row[1], manifest);
            }
            return Optional.of(manifest);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
