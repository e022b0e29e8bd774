package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.revision.Revisions;
import org.galley.story.Header;
import org.galley.story.PlainText;
import org.galley.story.Story;

/**
 * Keeps by what the content that readers have now can be found: tags, bylines, language and words, of what was withdrawn too, so
 * that whoever asked for a tag learns that one of its stories is gone.
 */
@ApplicationScoped
@Transactional
class ContentIndex {
    private static final int LONGEST = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Revisions revisions;

    /** Text as terms and words are compared: one line, small letters, as long as a term may be. */
    static String folded(String text) {
        String line = PlainText.line(text).toLowerCase(Locale.ROOT);
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** From now on the edition is found by what its story says. */
    void add(long edition, Story story) {
        Header header = story.header();
        put(edition, ContentTerm.TAG, header.tags());
        put(edition, ContentTerm.BYLINE, header.bylines());
        put(edition, ContentTerm.LANGUAGE, List.of(header.language()));
        String words = PlainText.line(String.join(
                        " ",
                        header.headline(),
                        header.standfirst(),
                        String.join(" ", header.tags()),
                        String.join(" ", header.bylines()),
                        story.text()))
                .toLowerCase(Locale.ROOT);
        entities.persist(new ContentWords(edition, words));
    }

    private void put(long edition, String kind, List<String> terms) {
        Set<String> distinct = terms.stream()
                .map(ContentIndex::folded)
                .filter(term -> !term.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        distinct.forEach(term -> entities.persist(new ContentTerm(edition, kind, term)));
    }

    /** The edition is no longer what readers have. */
    void remove(long edition) {
        for (String rows : List.of("ContentTerm", "ContentWords")) {
            entities.createQuery("delete from " + rows + " c where c.editionId = :edition")
                    .setParameter("edition", edition)
                    .executeUpdate();
        }
    }

    /** Current editions that were made before there was an index. */
    List<Long> missing(int limit) {
        return entities.createQuery(
                        "select e.id from Edition e where e.toAt is null and not exists"
                                + " (select w.editionId from ContentWords w where w.editionId = e.id) order by e.id",
                        Long.class)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Adds one of them, if it still is current and still missing. */
    void addMissing(long id) {
        Edition edition = entities.find(Edition.class, id);
        if (edition != null && edition.isCurrent() && entities.find(ContentWords.class, id) == null) {
            add(
                    id,
                    revisions
                            .loadForPublication(edition.articleId(), edition.revision())
                            .story());
        }
    }
}
