package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.story.Header;

/** The lists of the desk: lines of articles, without their texts. */
@ApplicationScoped
@Transactional
public class ArticleLists {
    private static final int LAST_STORIES = 300;
    private static final int LAST_WORDS = 200;
    /** More than any week of any newsroom; a screen never shows an unbounded list. */
    private static final int MOST_SCHEDULED = 2_000;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Caller caller;

    /**
     * Lines of the articles that a query asks for.
     *
     * @param offset how many to leave out from the beginning
     * @param limit how many at most
     */
    public List<ArticleLine> list(ArticleQuery query, int offset, int limit) {
        caller.require(Right.READ_STORIES);
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<ArticleLine> criteria = lines(build);
        Root<Article> article = root(criteria);
        criteria.where(conditions(build, article, query));
        if (query.oldestFirst() && query.states().equals(Set.of(ArticleState.SCHEDULED))) {
            criteria.orderBy(build.asc(article.get("scheduledFor")), build.asc(article.get("id")));
        } else if (query.oldestFirst()) {
            criteria.orderBy(build.asc(article.get("stateChangedAt")), build.asc(article.get("id")));
        } else {
            criteria.orderBy(build.desc(article.get("updatedAt")), build.desc(article.get("id")));
        }
        TypedQuery<ArticleLine> typed = entities.createQuery(criteria);
        return typed.setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    /** The query that all lists begin with: every line of the desk, in no order. */
    private static CriteriaQuery<ArticleLine> lines(CriteriaBuilder build) {
        CriteriaQuery<ArticleLine> criteria = build.createQuery(ArticleLine.class);
        Root<Article> article = criteria.from(Article.class);
        criteria.select(build.construct(
                ArticleLine.class,
                article.get("id"),
                article.get("headline"),
                article.get("section"),
                article.get("slug"),
                article.get("state"),
                build.<Boolean>selectCase()
                        .when(build.isNotNull(article.get("liveRevision")), true)
                        .otherwise(false),
                article.get("lastRevision"),
                article.get("words"),
                article.get("slots"),
                article.get("createdBy"),
                article.get("updatedAt"),
                article.get("updatedBy"),
                article.get("stateChangedAt"),
                article.get("scheduledFor"),
                build.<Boolean>selectCase()
                        .when(build.isNotNull(article.get("heldAt")), true)
                        .otherwise(false),
                article.get("embargoUntil")));
        return criteria;
    }

    @SuppressWarnings("unchecked")
    private static Root<Article> root(CriteriaQuery<ArticleLine> criteria) {
        return (Root<Article>) criteria.getRoots().iterator().next();
    }

    /**
     * What the clock is to publish in a span of time, and what it held of it, the earliest first.
     *
     * @param from the first instant of the span
     * @param to the first instant after it
     */
    public List<ArticleLine> scheduled(Instant from, Instant to) {
        caller.require(Right.READ_STORIES);
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<ArticleLine> criteria = lines(build);
        Root<Article> article = root(criteria);
        Path<Instant> at = article.get("scheduledFor");
        criteria.where(build.greaterThanOrEqualTo(at, from), build.lessThan(at, to));
        criteria.orderBy(build.asc(at), build.asc(article.get("id")));
        return entities.createQuery(criteria).setMaxResults(MOST_SCHEDULED).getResultList();
    }

    /** What the clock should have published and did not, the oldest first: somebody has to decide. */
    public List<ArticleLine> held() {
        caller.require(Right.READ_STORIES);
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<ArticleLine> criteria = lines(build);
        Root<Article> article = root(criteria);
        criteria.where(build.isNotNull(article.get("heldAt")));
        criteria.orderBy(build.asc(article.get("scheduledFor")), build.asc(article.get("id")));
        return entities.createQuery(criteria).setMaxResults(MOST_SCHEDULED).getResultList();
    }

    public long count(ArticleQuery query) {
        caller.require(Right.READ_STORIES);
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<Long> criteria = build.createQuery(Long.class);
        Root<Article> article = criteria.from(Article.class);
        criteria.select(build.count(article)).where(conditions(build, article, query));
        return entities.createQuery(criteria).getSingleResult();
    }

    /** Tags and bylines of the stories changed last, those used most first; for completing what somebody types. */
    public Map<String, List<String>> lastUsed() {
        caller.require(Right.READ_STORIES);
        Map<String, Integer> tags = new HashMap<>();
        Map<String, Integer> bylines = new HashMap<>();
        entities.createQuery("select w.header from WorkingCopy w order by w.updatedAt desc", String.class)
                .setMaxResults(LAST_STORIES)
                .getResultStream()
                .map(Header::parse)
                .forEach(header -> {
                    header.tags().forEach(tag -> tags.merge(tag, 1, Integer::sum));
                    header.bylines().forEach(byline -> bylines.merge(byline, 1, Integer::sum));
                });
        return Map.of("tags", byUse(tags), "bylines", byUse(bylines));
    }

    private static List<String> byUse(Map<String, Integer> uses) {
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LAST_WORDS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Predicate[] conditions(CriteriaBuilder build, Root<Article> article, ArticleQuery query) {
        List<Predicate> all = new ArrayList<>();
        if (!query.states().isEmpty()) {
            all.add(article.get("state").in(query.states()));
        }
        if (query.live() != null) {
            all.add(
                    query.live()
                            ? build.isNotNull(article.get("liveRevision"))
                            : build.isNull(article.get("liveRevision")));
        }
        if (query.section() != null) {
            all.add(build.equal(article.get("section"), query.section()));
        }
        if (query.createdBy() != null) {
            all.add(build.equal(article.get("createdBy"), query.createdBy()));
        }
        if (query.text() != null && !query.text().isBlank()) {
            for (String word : query.text().strip().split("\\s+")) {
                all.add(build.like(
                        build.lower(article.get("headline")),
                        "%" + escaped(word.toLowerCase(Locale.ROOT)) + "%",
                        '\\'));
            }
        }
        if (query.after() != null) {
            Instant at = query.after().updatedAt();
            all.add(build.or(
                    build.lessThan(article.<Instant>get("updatedAt"), at),
                    build.and(
                            build.equal(article.get("updatedAt"), at),
                            build.lessThan(
                                    article.<Long>get("id"), query.after().id()))));
        }
        return all.toArray(Predicate[]::new);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
