package org.galley.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import org.galley.publishing.internal.page.ReaderBundle;
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
        LiveEdition edition, int version, Instant firstPublished, List<ReaderNote> corrections, RevisionState state) {
    /**
     * What was put right, a sentence each, in the language of the article as far as Galley speaks it.
     *
     * @param siteLanguage the language of an article that names none, as a BCP 47 tag
     * @param time how the time of a correction is written
     */
    public List<String> correctionsSaid(String siteLanguage, Function<Instant, String> time) {
        String own = state.story().header().language();
        ResourceBundle words = ReaderBundle.in(Locale.forLanguageTag(own.isEmpty() ? siteLanguage : own));
        String opening = words.getString("correction") + words.getString("comma");
        return corrections.stream()
                .map(note -> opening + time.apply(note.at()) + ": " + note.text())
                .toList();
    }
}
