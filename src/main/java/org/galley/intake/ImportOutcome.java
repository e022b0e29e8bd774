package org.galley.intake;

import java.util.Locale;
import org.galley.article.ArticleView;
import org.galley.intake.format.ImportedStory;
import org.galley.revision.RevisionSummary;

/**
 * What became of one imported story.
 *
 * @param kind what was done
 * @param article the article that it is about, as it is now; null if there is none
 * @param revision what was made; null if nothing was
 * @param proposal the number of the proposal that waits; null if none does
 * @param story with everything that is to be said of it
 */
public record ImportOutcome(
        Kind kind, ArticleView article, RevisionSummary revision, Long proposal, ImportedStory story) {

    /** What importing a story can come to. */
    public enum Kind {
        /** A new article. */
        CREATED,
        /** The article of an earlier version has the new text. */
        UPDATED,
        /** The very same came before. */
        UNCHANGED,
        /** It waits for a decision. */
        PROPOSED,
        /** It is older than what is here, or takes back what never was. */
        IGNORED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
