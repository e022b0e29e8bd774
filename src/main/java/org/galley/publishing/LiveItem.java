package org.galley.publishing;

import java.time.Instant;
import java.util.List;
import org.galley.revision.RevisionState;

/**
 * What readers have now of an article, as content and not as a page.
 *
 * @param version counts up whenever readers are given another revision or lose the article
 * @param firstPublished since when readers have had any edition of the article
 * @param corrections what readers were told was put right, the first one first
 * @param state the revision that they read
 */
public record LiveItem(
        LiveEdition edition, int version, Instant firstPublished, List<ReaderNote> corrections, RevisionState state) {}
