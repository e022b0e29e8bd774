package org.galley.article;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;

/** Finds stories by their words within the query of a list, so that rights, filters, order and paging are those of the list. */
public interface WordCondition {
    /**
     * The condition that a story has these words, to be joined with the others of a list.
     *
     * @param article the id of the list's article
     * @param words as a person typed them, not blank
     */
    Predicate matches(CriteriaBuilder build, AbstractQuery<?> list, Expression<Long> article, String words);
}
