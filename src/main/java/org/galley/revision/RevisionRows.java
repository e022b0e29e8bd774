package org.galley.revision;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;

/** Reads revisions with their lists of blocks worked out: one, or a stretch of an article's history at a time. */
@Dependent
class RevisionRows {
    /** How many revisions a walk along a history reads at a time: two queries for each stretch. */
    static final int STRETCH = 500;

    private static final String ARTICLE = "article";

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
        Revision revision = entities.createNamedQuery("Revision.byNumber", Revision.class)
                .setParameter(ARTICLE, article)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound("The article has no revision " + number + "."));
        resolve(article, revision);
        return revision;
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
        List<Revision> revisions = entities.createNamedQuery("Revision.between", Revision.class)
                .setParameter(ARTICLE, article)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList();
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
