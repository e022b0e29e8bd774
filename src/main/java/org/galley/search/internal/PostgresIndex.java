package org.galley.search.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.galley.article.StoryWritten;
import org.galley.article.WrittenStories;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.search.Highlight;
import org.galley.search.StoryIndex;

/**
 * Searches with PostgreSQL's full text.
 *
 * <p>Words are written in the transaction that writes the story, so that no node ever finds an old text. SQL of the database's own is
 * used where JPQL has no word for it: text vectors, their functions, and insertion over a row that is there.
 */
@ApplicationScoped
@Transactional
public class PostgresIndex implements StoryIndex {
    private static final String WRITE =
            """
            insert into search_text (article_id, version, config, headline, body, document)
            values (?1, ?2, ?3, ?4, ?5, galley_document(?3, ?6, ?4, ?5))
            on conflict (article_id) do update set version = excluded.version, config = excluded.config,
              headline = excluded.headline, body = excluded.body, document = excluded.document
            where search_text.version < excluded.version""";

    private static final String MARK =
            """
            select article_id,
              ts_headline(config::regconfig, headline, galley_query(config, ?1, ?2), '%1$s, HighlightAll=true'),
              ts_headline(config::regconfig, body, galley_query(config, ?1, ?2), '%1$s, HighlightAll=true')
            from search_text where article_id in (%2$s)""";

    private static final String MARKS = "StartSel=" + Highlight.START + ", StopSel=" + Highlight.STOP;

    private static final String BEHIND =
            """
            select w.article_id from working_copy w left join search_text s on s.article_id = w.article_id
            where w.article_id > ?1 and (s.article_id is null or s.version < w.version) order by w.article_id limit 200""";

    private static final String FIRST = "select * from galley_first(?1, ?2, ?3, ?4)";
    /** Of so many stories a page is found soon in any order; fewer are named one by one. */
    private static final int FEW = 4_000;

    private static final String AVAILABLE = "select cfgname from pg_ts_config";
    private static final Duration FRESH = Duration.ofMinutes(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private WrittenStories texts;

    @Inject
    private People people;

    @Inject
    private PostgresIndex self;

    @Inject
    private Clock clock;

    /** What many stories have: known for a while, so that pages and counts of one search find it out once. Either way is right. */
    private final Cache<String, Boolean> many =
            Caffeine.newBuilder().maximumSize(500).expireAfterWrite(FRESH).build();

    private final Set<String> used = new ConcurrentSkipListSet<>();
    private volatile Set<String> available = Set.of();
    private volatile Instant looked = Instant.EPOCH;

    @Override
    public void writing(StoryWritten story) {
        SearchableText text = SearchableText.of(
                story, people.find(story.createdBy()).map(Account::displayName).orElse(""));
        String wanted = Languages.configuration(text.language());
        String configuration = available().contains(wanted) ? wanted : Languages.PLAIN;
        entities.flush();
        entities.createNativeQuery(WRITE)
                .setParameter(1, story.article())
                .setParameter(2, story.version())
                .setParameter(3, configuration)
                .setParameter(4, text.headline())
                .setParameter(5, text.body())
                .setParameter(6, text.names())
                .executeUpdate();
        used.add(configuration);
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public void written(StoryWritten story) {
        // It is in the index already, with the story.
    }

    @SuppressWarnings("unchecked")
    private Set<String> available() {
        if (available.isEmpty()) {
            available = Set.copyOf(
                    (List<String>) entities.createNativeQuery(AVAILABLE).getResultList());
        }
        return available;
    }

    /** The configurations that stories have, by asking the index for the next one until there is none. */
    private Set<String> used() {
        Instant now = clock.instant();
        if (looked.plus(FRESH).isBefore(now)) {
            looked = now;
            String next = "";
            while (next != null) {
                next = entities.createNamedQuery("SearchText.nextConfiguration", String.class)
                        .setParameter("after", next)
                        .getSingleResult();
                if (next != null) {
                    used.add(next);
                }
            }
        }
        return used;
    }

    /**
     * {@inheritDoc} A story has to have the words in the stems of its own language: a word that one language leaves out as too common
     * means something in another.
     *
     * <p>Few stories are looked up by the index of words, whatever else the list wants of them; where there are many, the list's own
     * order leads to a page of them, and each is asked for the words.
     */
    @Override
    public Predicate matches(CriteriaBuilder build, AbstractQuery<?> list, Expression<Long> article, String words) {
        String typed = Wanted.shortened(words);
        String beginnings = beginnings(words);
        if (many.getIfPresent(typed) != null) {
            return article.in(all(build, list, typed, beginnings));
        }
        List<Long> few = new ArrayList<>();
        for (String configuration : used()) {
            few.addAll(first(configuration, typed, beginnings, FEW + 1 - few.size()));
        }
        if (few.size() > FEW) {
            many.put(typed, true);
            return article.in(all(build, list, typed, beginnings));
        }
        return few.isEmpty() ? build.disjunction() : named(build, article, few);
    }

    /** Thousands of parameters would take longer to be read than the stories. */
    private static Predicate named(CriteriaBuilder build, Expression<Long> article, List<Long> few) {
        String ids = few.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return build.isTrue(build.function("galley_is_among", Boolean.class, article, build.literal(ids)));
    }

    @Override
    public boolean isInMoreThan(int stories, String words) {
        return stories <= FEW && many.getIfPresent(Wanted.shortened(words)) != null;
    }

    private List<Long> first(String configuration, String typed, String beginnings, int most) {
        List<Long> found = new ArrayList<>();
        Query query = entities.createNativeQuery(FIRST)
                .setParameter(1, configuration)
                .setParameter(2, typed)
                .setParameter(3, beginnings)
                .setParameter(4, most);
        for (Object id : query.getResultList()) {
            found.add(((Number) id).longValue());
        }
        return found;
    }

    private Subquery<Long> all(CriteriaBuilder build, AbstractQuery<?> list, String typed, String beginnings) {
        Subquery<Long> found = list.subquery(Long.class);
        Root<SearchText> text = found.from(SearchText.class);
        List<Predicate> languages = new ArrayList<>();
        for (String configuration : used()) {
            Expression<Object> query = build.function(
                    "galley_query",
                    Object.class,
                    build.literal(configuration),
                    build.literal(typed),
                    build.literal(beginnings));
            Path<Object> document = text.get("document");
            languages.add(build.and(
                    build.equal(text.get("configuration"), configuration),
                    build.isTrue(build.function("galley_matches", Boolean.class, document, query))));
        }
        return found.select(text.get("articleId")).where(build.or(languages.toArray(Predicate[]::new)));
    }

    /** All words as they are written, the last one perhaps a beginning; empty if more than words is wanted. */
    private static String beginnings(String typed) {
        List<String> plain = Wanted.parse(typed).plain();
        if (plain.isEmpty()) {
            return "";
        }
        StringBuilder query = new StringBuilder();
        for (String word : plain) {
            query.append(query.isEmpty() ? "" : " & ").append('\'').append(word).append('\'');
        }
        return Wanted.isBeginning(plain.get(plain.size() - 1))
                ? query.append(":*").toString()
                : query.toString();
    }

    @Override
    public Map<Long, Highlight> highlights(Collection<Long> articles, String words) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            places.add("?" + (i + 3));
        }
        Query query = entities.createNativeQuery(MARK.formatted(MARKS, String.join(", ", places)))
                .setParameter(1, Wanted.shortened(words))
                .setParameter(2, beginnings(words));
        int place = 3;
        for (Long article : articles) {
            query.setParameter(place++, article);
        }
        Map<Long, Highlight> found = new HashMap<>();
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            found.put(
                    ((Number) columns[0]).longValue(),
                    new Highlight(
                            Highlight.pieces((String) columns[1]), Highlight.pieces(Excerpt.of((String) columns[2]))));
        }
        return found;
    }

    /** {@inheritDoc} Only stories from before there was this index are behind: all others were written with it. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void catchUp() {
        long last = 0;
        List<?> behind;
        do {
            behind = entities.createNativeQuery(BEHIND).setParameter(1, last).getResultList();
            for (Object id : behind) {
                last = ((Number) id).longValue();
                take(last);
            }
        } while (!behind.isEmpty());
    }

    /** Each in a transaction of its own, so that a desk at work waits for none of it. */
    private void take(long article) {
        texts.text(article).ifPresent(story -> self.writing(story));
    }
}
