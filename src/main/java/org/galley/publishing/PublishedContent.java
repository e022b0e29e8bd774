package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.people.SectionName;
import org.galley.people.Sections;
import org.galley.publishing.ContentQuery.Found;

/** Finds what readers have now, for other systems, by what it is about; nobody needs a right to that. */
@ApplicationScoped
@Transactional
public class PublishedContent {
    private static final int GONE = 410;
    private static final int MOST_WORDS = 10;
    private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Editions editions;

    @Inject
    private Sections sections;

    /** The newest editions first. */
    public List<Found> find(ContentQuery wanted, int limit) {
        return find(wanted, NEWEST, Long.MAX_VALUE, limit);
    }

    /** The newest first, of editions that began before a moment, or at it with a smaller id. */
    public List<Found> find(ContentQuery wanted, Instant from, long id, int limit) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(wanted, parameters);
        TypedQuery<Object[]> query = entities.createQuery(
                        "select e.id, e.articleId, e.revision, e.section, e.slug, e.fromAt, e.lastModified, e.status,"
                                + " e.note, e.firstAt"
                                + " from Edition e where e.toAt is null" + where
                                + " and (e.fromAt < :from or (e.fromAt = :from and e.id < :id))"
                                + " order by e.fromAt desc, e.id desc",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("id", id)
                .setMaxResults(limit);
        parameters.forEach(query::setParameter);
        return query.getResultList().stream().map(this::found).toList();
    }

    private String where(ContentQuery wanted, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (wanted.modifiedSince() == null) {
            where.append(" and e.status = 200");
        } else {
            where.append(" and e.fromAt >= :since");
            parameters.put("since", wanted.modifiedSince());
        }
        if (wanted.section() != null) {
            where.append(" and e.section = :section");
            parameters.put("section", key(wanted.section()));
        }
        term(where, parameters, ContentTerm.TAG, wanted.tag());
        term(where, parameters, ContentTerm.BYLINE, wanted.byline());
        if (wanted.language() != null) {
            where.append(" and exists (select l.editionId from ContentTerm l where l.editionId = e.id"
                    + " and l.kind = 'language' and (l.term = :language or l.term like :regional escape '!'))");
            parameters.put("language", ContentIndex.folded(wanted.language()));
            parameters.put("regional", literal(ContentIndex.folded(wanted.language())) + "-%");
        }
        first(where, parameters, "publishedSince", false, wanted.publishedSince());
        first(where, parameters, "publishedBefore", true, wanted.publishedBefore());
        words(where, parameters, wanted.words());
        return where.toString();
    }

    /** Tags and bylines make no difference between capitals and small letters, so a section makes none. */
    private String key(String section) {
        return sections.all().stream()
                .map(SectionName::key)
                .filter(section::equalsIgnoreCase)
                .findFirst()
                .orElse(section);
    }

    private static void term(StringBuilder where, Map<String, Object> parameters, String kind, String term) {
        if (term != null) {
            where.append(" and exists (select t.editionId from ContentTerm t where t.editionId = e.id and t.kind = '")
                    .append(kind)
                    .append("' and t.term = :")
                    .append(kind)
                    .append(')');
            parameters.put(kind, ContentIndex.folded(term));
        }
    }

    /** The first publication is before a moment if any edition is; a time compared with the least of them is not converted. */
    private static void first(
            StringBuilder where, Map<String, Object> parameters, String name, boolean before, Instant at) {
        if (at != null) {
            where.append(before ? " and exists" : " and not exists")
                    .append(" (select f.id from Edition f where f.articleId = e.articleId and f.fromAt < :")
                    .append(name)
                    .append(')');
            parameters.put(name, at);
        }
    }

    private static void words(StringBuilder where, Map<String, Object> parameters, String words) {
        if (words == null) {
            return;
        }
        String[] each = ContentIndex.folded(words).split(" ");
        for (int i = 0; i < Math.min(each.length, MOST_WORDS); i++) {
            where.append(
                            " and exists (select w.editionId from ContentWords w where w.editionId = e.id and w.words like :word")
                    .append(i)
                    .append(" escape '!')");
            parameters.put("word" + i, "%" + literal(each[i]) + "%");
        }
    }

    private static String literal(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private Found found(Object[] row) {
        LiveEdition edition = new LiveEdition(
                (Long) row[0],
                (Long) row[1],
                (Integer) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                (Instant) row[6]);
        boolean gone = (Integer) row[7] == GONE;
        return new Found(
                edition,
                gone
                        ? Optional.of(editions.counted(new Withdrawal(
                                edition.article(),
                                edition.revision(),
                                edition.section(),
                                edition.slug(),
                                (Instant) row[9],
                                edition.from(),
                                (String) row[8])))
                        : Optional.empty());
    }
}
