package org.galley.article;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Turns what a list shows into conditions and an order that the database's indexes are made for. */
final class ListCriteria {
    private static final String ASSIGNMENT = "assignment";
    private static final String ASSIGNEE = "assignee";

    private final CriteriaBuilder build;
    private final Root<Article> article;
    private final ArticleQuery query;
    private final WordCondition words;

    ListCriteria(CriteriaBuilder build, Root<Article> article, ArticleQuery query, WordCondition words) {
        this.build = build;
        this.article = article;
        this.query = query;
        this.words = words;
    }

    Predicate[] conditions(AbstractQuery<?> list) {
        List<Predicate> all = new ArrayList<>();
        if (!query.states().isEmpty()) {
            all.add(article.get("state").in(query.states()));
        }
        if (query.live() != null) {
            Path<Integer> live = article.get("liveRevision");
            all.add(query.live() ? build.isNotNull(live) : build.isNull(live));
        }
        same(all, article.get("section"), query.section());
        same(all, article.get("createdBy"), query.createdBy());
        if (ArticleQuery.NOBODY.equals(query.assignee())) {
            all.add(build.isNull(assignment(ASSIGNEE)));
        } else {
            same(all, assignment(ASSIGNEE), query.assignee());
        }
        if (query.writer() != null) {
            all.add(build.or(
                    build.equal(assignment(ASSIGNEE), query.writer()),
                    build.and(
                            build.isNull(assignment(ASSIGNEE)),
                            build.equal(article.get("createdBy"), query.writer()))));
        }
        same(all, assignment("priority"), query.priority());
        same(all, assignment("legal"), query.legal());
        if (query.dueBefore() != null) {
            all.add(build.lessThan(this.<Instant>assignment("dueAt"), query.dueBefore()));
        }
        if (query.order() == ArticleOrder.SCHEDULED) {
            all.add(build.isNotNull(article.get("scheduledFor")));
        }
        if (query.text() != null) {
            all.add(words.matches(build, list, article.get("id"), query.text()));
        }
        return all.toArray(Predicate[]::new);
    }

    private void same(List<Predicate> all, Expression<?> path, Object value) {
        if (value != null) {
            all.add(build.equal(path, value));
        }
    }

    private <T> Path<T> assignment(String name) {
        return article.get(ASSIGNMENT).get(name);
    }

    private boolean isAscending() {
        boolean backwards = query.from() != null && query.from().backwards();
        return (query.order() != ArticleOrder.CHANGED) != backwards;
    }

    private Path<Instant> time() {
        return switch (query.order()) {
            case CHANGED -> article.get("updatedAt");
            case WAITING -> article.get("stateChangedAt");
            case SCHEDULED -> article.get("scheduledFor");
            case DUE, PRIORITY -> assignment("dueAt");
        };
    }

    /** What the list is sorted by, with the values of the line at which the page begins. */
    private List<Key<?>> keys() {
        ArticleQuery.Position from = query.from();
        List<Key<?>> keys = new ArrayList<>();
        if (query.order() == ArticleOrder.PRIORITY) {
            keys.add(new Key<Priority>(assignment("priority"), from == null ? null : Priority.ofRank(from.rank())));
        }
        keys.add(new Key<>(time(), from == null ? null : from.at()));
        keys.add(new Key<Long>(article.get("id"), from == null ? null : from.id()));
        return keys;
    }

    private record Key<T extends Comparable<? super T>>(Path<T> path, T value) {
        Predicate same(CriteriaBuilder build) {
            return build.equal(path, value);
        }

        Predicate beyond(CriteriaBuilder build, boolean ascending) {
            return ascending ? build.greaterThan(path, value) : build.lessThan(path, value);
        }
    }

    void sort(CriteriaQuery<?> list) {
        List<Order> orders = new ArrayList<>();
        keys().forEach(key -> orders.add(isAscending() ? build.asc(key.path()) : build.desc(key.path())));
        list.orderBy(orders);
    }

    /**
     * In how many stretches the lines behind a place are read: those that are like it in all but the id, then those that differ in
     * the value before that, and so on. Each is one range of an index; one condition for all of them would be none, and thousands
     * of stories without a due time would be read to come to the last of them.
     */
    static int stretches(ArticleQuery query) {
        if (query.from() == null) {
            return 1;
        }
        return query.order() == ArticleOrder.PRIORITY ? 3 : 2;
    }

    /** @param number of the stretch, from 0 */
    Predicate[] stretch(int number) {
        if (query.from() == null) {
            return new Predicate[0];
        }
        List<Key<?>> keys = keys();
        int differs = keys.size() - 1 - number;
        List<Predicate> range = new ArrayList<>();
        keys.subList(0, differs).forEach(key -> range.add(key.same(build)));
        range.add(keys.get(differs).beyond(build, isAscending()));
        return range.toArray(Predicate[]::new);
    }
}
