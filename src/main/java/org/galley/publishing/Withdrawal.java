package org.galley.publishing;

import java.time.Instant;

/**
 * That readers no longer have an article.
 *
 * @param revision the last one that they had
 * @param version above that of what they had, see {@link LiveItem#version}
 * @param firstPublished since when readers had had any edition of it
 * @param at since when they have it no longer
 * @param note what they are told; null for withdrawals of before notes were kept
 */
public record Withdrawal(
        long article,
        int revision,
        int version,
        String section,
        String slug,
        Instant firstPublished,
        Instant at,
        String note) {
    /** A withdrawal as its row tells of it, not yet {@linkplain #after counted}. */
    public Withdrawal(
            long article, int revision, String section, String slug, Instant firstPublished, Instant at, String note) {
        this(article, revision, revision, section, slug, firstPublished, at, note);
    }

    /** @param earlier how often the article was withdrawn before */
    Withdrawal after(long earlier) {
        return new Withdrawal(
                article,
                revision,
                Math.toIntExact(revision + 2 * earlier + 1),
                section,
                slug,
                firstPublished,
                at,
                note);
    }
}
