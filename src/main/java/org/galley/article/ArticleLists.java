package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private WordCondition words;

    @Inject
    private Caller caller;

    /**
     * Lines of the articles that a query asks for, from its place on, or up to it if it is read backwards; in either case in the
     * query's order.
     *
     * @param limit how many at most
     */
    public List<ArticleLine> list(ArticleQuery query, int limit) {
        caller.require(Right.READ_STORIES);
        List<ArticleLine> found = new ArrayList<>();
        for (int stretch = 0; stretch < ListCriteria.stretches(query) && found.size() < limit; stretch++) {
            CriteriaBuilder build = entities.getCriteriaBuilder();
            CriteriaQuery<ArticleLine> criteria = lines(build);
            ListCriteria list = new ListCriteria(build, root(criteria), query, words);
            criteria.where(joined(list.conditions(criteria), list.stretch(stretch)));
            list.sort(criteria);
            found.addAll(entities.createQuery(criteria)
                    .setMaxResults(limit - found.size())
                    .getResultList());
        }
        if (query.from() != null && query.from().backwards()) {
            Collections.reverse(found);
        }
        return found;
    }

    /** The lines of these articles, in no order; those that do not exist are left out. */
    public List<ArticleLine> lines(Collection<Long> articles) {
        caller.require(Right.READ_STORIES);
        if (articles.isEmpty()) {
            return List.of();
        }
        CriteriaQuery<ArticleLine> criteria = lines(entities.getCriteriaBuilder());
        criteria.where(root(criteria).get("id").in(articles));
        return entities.createQuery(criteria).getResultList();
    }

    private static Predicate[] joined(Predicate[] first, Predicate... second) {
        List<Predicate> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(Predicate[]::new);
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
                article.get("embargoUntil"),
                article.get("assignment").get("assignee"),
                article.get("assignment").get("dueAt"),
                article.get("assignment").get("wantedWords"),
                article.get("assignment").get("priority"),
                article.get("assignment").get("legal")));
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

    /** How many articles a query asks for, wherever its page begins. */
    public long count(ArticleQuery query) {
        caller.require(Right.READ_STORIES);
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<Long> criteria = build.createQuery(Long.class);
        Root<Article> article = criteria.from(Article.class);
        ListCriteria list = new ListCriteria(build, article, query, words);
        criteria.select(build.count(article)).where(list.conditions(criteria));
        return entities.createQuery(criteria).getSingleResult();
    }

    /**
     * The same for what may be any combination of filters and words, and so for what no index counts: no further than to a limit.
     *
     * @param most where counting ends; the answer is one more if there are more
     */
    public int countUpTo(ArticleQuery query, int most) {
        caller.require(Right.READ_STORIES);
        CriteriaBuilder build = entities.getCriteriaBuilder();
        CriteriaQuery<Long> criteria = build.createQuery(Long.class);
        Root<Article> article = criteria.from(Article.class);
        ListCriteria list = new ListCriteria(build, article, query, words);
        criteria.select(article.get("id")).where(list.conditions(criteria));
        return entities.createQuery(criteria)
                .setMaxResults(most + 1)
                .getResultList()
                .size();
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
}
