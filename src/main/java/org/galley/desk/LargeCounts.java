package org.galley.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.galley.article.ArticleMoved;
import org.galley.article.ArticleQuery;
import org.galley.article.StoryWritten;

/**
 * Counts of lists that hold nearly all stories: the database goes through each of these for a count, and every screen of the desk shows it.
 *
 * <p>A change on this node is counted at once; one of another node within a second, as nobody tells.
 */
@ApplicationScoped
class LargeCounts {
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int LISTS = 100;

    private final AtomicLong changes = new AtomicLong();
    private final Cache<Counted, Long> counts =
            Caffeine.newBuilder().maximumSize(LISTS).expireAfterWrite(FRESH).build();

    /** @param changes how many this node had seen before it counted: a count that began before one does not hold after it */
    private record Counted(ArticleQuery list, long changes) {}

    /** How many stories a list has, counted now or less than a second ago. */
    long count(ArticleQuery list, ToLongFunction<ArticleQuery> counter) {
        return counts.get(new Counted(list, changes.get()), asked -> counter.applyAsLong(asked.list()));
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleMoved article) {
        changes.incrementAndGet();
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryWritten story) {
        changes.incrementAndGet();
    }
}
