package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.revision.RevisionState;
import org.galley.revision.Revisions;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * Goes through many articles by key, a page at a time, for work on all of a section; nobody has to hold them all.
 *
 * <pre>{@code
 * for (long after = 0; ; after = page.get(page.size() - 1)) {
 *     page = sweep.ids("sport", after, 100);
 *     …
 * }
 * }</pre>
 */
@ApplicationScoped
@Transactional
public class ArticleSweep {
    private static final String SECTION = "section";
    private static final String AFTER = "after";

    /** States in which nobody changes a story: readers have it no longer, or the desk is done with it. */
    private static final Set<ArticleState> LEFT_ALONE =
            Collections.unmodifiableSet(EnumSet.of(ArticleState.WITHDRAWN, ArticleState.ARCHIVED, ArticleState.SPIKED));

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Revisions revisions;

    @Inject
    private Caller caller;

    /**
     * An article as its readers have it.
     *
     * @param waiting what the desk has instead and readers do not get before it is published; null if that is the same
     */
    public record Live(long id, String headline, String section, Story story, AdLayout layout, Waiting waiting) {}

    /** What waits to be published in place of what readers have. */
    public record Waiting(Story story, AdLayout layout) {}

    /**
     * Ids in ascending order of the articles of a section that are at work, from the first one after an id: neither withdrawn
     * nor archived nor spiked.
     */
    public List<Long> ids(String section, long after, int limit) {
        caller.require(Right.READ_STORIES);
        return entities.createQuery(
                        "select a.id from Article a where a.section = :section and a.id > :after and a.state not in"
                                + " :gone order by a.id",
                        Long.class)
                .setParameter(SECTION, section)
                .setParameter(AFTER, after)
                .setParameter("gone", LEFT_ALONE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many articles {@link #ids} goes through. */
    public int count(String section) {
        caller.require(Right.READ_STORIES);
        return entities.createQuery(
                        "select count(a) from Article a where a.section = :section and a.state not in :gone",
                        Long.class)
                .setParameter(SECTION, section)
                .setParameter("gone", LEFT_ALONE)
                .getSingleResult()
                .intValue();
    }

    /**
     * Live articles in ascending order of their ids.
     *
     * @param section null for all sections
     */
    public List<Live> live(String section, long after, int limit) {
        caller.require(Right.READ_STORIES);
        String narrowed = section == null ? "" : " and a.section = :section";
        var query = entities.createQuery(
                        "select a.id, a.headline, a.section, a.lastRevision, a.liveRevision, w.unsaved, w.header,"
                                + " w.body, w.layout from Article a, WorkingCopy w where w.articleId = a.id and"
                                + " a.liveRevision is not null and a.id > :after" + narrowed + " order by a.id",
                        Object[].class)
                .setParameter(AFTER, after)
                .setMaxResults(limit);
        if (section != null) {
            query.setParameter(SECTION, section);
        }
        List<Live> found = new ArrayList<>();
        for (Object[] row : query.getResultList()) {
            found.add(live(row));
        }
        return found;
    }

    /** The working copy is what readers have, unless something was changed since; the revision costs more to load. */
    private Live live(Object[] row) {
        long id = (Long) row[0];
        int shown = (Integer) row[4];
        Story story = new Story(Header.parse((String) row[6]), Story.parseBody((String) row[7]));
        AdLayout layout = AdLayout.parse((String) row[8]);
        if (((Integer) row[3]) == shown && !((Boolean) row[5])) {
            return new Live(id, (String) row[1], (String) row[2], story, layout, null);
        }
        RevisionState state = revisions.loadForPublication(id, shown);
        return new Live(
                id, (String) row[1], (String) row[2], state.story(), state.layout(), new Waiting(story, layout));
    }

    /** An article's headline; empty if there is no such article. */
    public String headline(long id) {
        caller.require(Right.READ_STORIES);
        Article article = entities.find(Article.class, id);
        return article == null
                ? ""
                : entities.find(WorkingCopy.class, id).story().header().headline();
    }

    /** How many working copies have a slot of a definition. */
    public long uses(String definition) {
        caller.require(Right.READ_STORIES);
        // The fields of a layout's canonical form stand between tabs, and only the second one can be a key of the
        // catalogue.
        return entities.createQuery("select count(w) from WorkingCopy w where w.layout like :mention", Long.class)
                .setParameter("mention", "%\t" + definition + "\t%")
                .getSingleResult();
    }
}
