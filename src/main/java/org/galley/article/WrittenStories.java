package org.galley.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;

/**
 * Goes through all stories for whoever keeps something of their texts elsewhere and has to catch up, such as a search index.
 *
 * <p>Asked by Galley itself and for nobody, so no right is checked.
 */
@ApplicationScoped
@Transactional
public class WrittenStories {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private ArticleStore store;

    /** The stamps of articles with a higher id, in ascending order of ids. */
    public List<StoryStamp> stamps(long after, int limit) {
        return entities.createNamedQuery("WorkingCopy.stamps", StoryStamp.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A story as it is now; empty if there is no such article. */
    public Optional<StoryWritten> text(long article) {
        try {
            ArticleStore.Pair pair = store.find(article);
            return Optional.of(new StoryWritten(
                    article,
                    pair.copy().version(),
                    pair.copy().story(),
                    pair.article().createdBy(),
                    pair.copy().updatedAt()));
        } catch (RefusedException noSuchArticle) {
            return Optional.empty();
        }
    }
}
