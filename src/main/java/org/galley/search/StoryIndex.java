package org.galley.search;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.Map;
import org.galley.article.StoryWritten;

/**
 * An index of all stories' words. There are two: PostgreSQL's own, and Lucene's in files for H2.
 *
 * <p>Words are found with the stems of the language of each story; all of them have to be there, those in quotes as a phrase, those
 * behind a hyphen not at all. The beginning of a word finds headlines, people and tags.
 */
public interface StoryIndex {
    /** A story has another text: within the transaction that writes it. */
    void writing(StoryWritten story);

    /** The same, once that transaction is committed. */
    void written(StoryWritten story);

    /** The condition that a story has these words; see {@link org.galley.article.WordCondition}. */
    Predicate matches(CriteriaBuilder build, AbstractQuery<?> list, Expression<Long> article, String words);

    /** Whether it is known already that more stories than this have the words; false if they have to be counted. */
    boolean isInMoreThan(int stories, String words);

    /** Where the words stand in these stories, by article; what has them nowhere to be shown is left out. */
    Map<Long, Highlight> highlights(Collection<Long> articles, String words);

    /** Takes in what was written while this index was not there, or before it was; and lets go of what is no more. */
    void catchUp();
}
