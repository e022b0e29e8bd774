package org.galley.it.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleMoved;
import org.galley.article.ArticleState;

/** Lets the publication of chosen articles fail near its end, as one does whose connection to the database is dropped. */
@ApplicationScoped
public class BrokenLine {
    @Inject
    private ArticleLifecycle lifecycle;

    private final Map<Long, Integer> broken = new ConcurrentHashMap<>();

    void breaks(long article) {
        broken.put(article, 0);
    }

    void mended(long article) {
        broken.remove(article);
    }

    /** How often the article's publication failed since it is to. */
    int broke(long article) {
        return broken.get(article);
    }

    void moved(@Observes ArticleMoved moved) {
        boolean failing = broken.containsKey(moved.article())
                && lifecycle.look(moved.article()).state() == ArticleState.PUBLISHED
                && broken.computeIfPresent(moved.article(), (id, times) -> times + 1) != null;
        if (failing) {
            throw new PersistenceException("the test dropped the connection");
        }
    }
}
