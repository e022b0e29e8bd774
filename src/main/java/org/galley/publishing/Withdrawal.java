package org.galley.publishing;

import java.time.Instant;

/**
 * That readers no longer have an article.
 *
 * @param revision the last one that they had
 * @param at since when
 * @param note what they are told; null for withdrawals of before notes were kept
 */
public record Withdrawal(long article, int revision, String section, String slug, Instant at, String note) {}
