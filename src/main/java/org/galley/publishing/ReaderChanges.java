package org.galley.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Tells whether a page that this node has in memory is still what readers get.
 *
 * <p>Changes made on this node are known when their transaction has succeeded; those of other nodes are asked for while readers come,
 * {@value #ASK_MILLIS} milliseconds after the last question, so no reader gets a page that was replaced more than a second before.
 *
 * <pre>{@code
 * changes.look();
 * long known = changes.known();   // before the page is read from the database
 * ...
 * boolean stale = changes.isChanged(article, known);
 * }</pre>
 */
@ApplicationScoped
class ReaderChanges {
    private static final Logger LOG = Logger.getLogger(ReaderChanges.class.getName());
    private static final long ASK_MILLIS = 250;
    private static final long ASK = TimeUnit.MILLISECONDS.toNanos(ASK_MILLIS);
    /** Whoever comes when knowledge is as old as this waits for the answer. */
    private static final long TOO_OLD = TimeUnit.MILLISECONDS.toNanos(700);
    /** But not for long: a page of before is better than none when the database does not answer. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long NOTHING_ASKED = -1;

    private final ReaderChangeLog log;
    private final Map<Long, Long> changedAt = new ConcurrentHashMap<>();
    private final AtomicLong moment = new AtomicLong();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long askedAt = System.nanoTime() - TOO_OLD;
    private volatile boolean failing;
    /** The version up to which other nodes' changes are known; guarded by {@code asking}. */
    private long version = NOTHING_ASKED;

    /** For the container's proxies alone. */
    protected ReaderChanges() {
        this(null);
    }

    @Inject
    ReaderChanges(ReaderChangeLog log) {
        this.log = log;
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadersSee change) {
        learn(change.articles());
    }

    private void learn(Collection<Long> articles) {
        if (!articles.isEmpty()) {
            long now = moment.incrementAndGet();
            articles.forEach(article -> changedAt.merge(article, now, Math::max));
        }
    }

    /** Asks what other nodes changed, if that was not asked just now. */
    void look() {
        long age = System.nanoTime() - askedAt;
        if (age < ASK) {
            return;
        }
        try {
            if (age < TOO_OLD ? asking.tryLock() : asking.tryLock(PATIENCE, TimeUnit.NANOSECONDS)) {
                try {
                    if (System.nanoTime() - askedAt >= ASK) {
                        ask();
                    }
                } finally {
                    asking.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() {
        try {
            if (version == NOTHING_ASKED) {
                version = log.version();
            } else {
                ReaderChangeLog.News news = log.after(version);
                version = news.version();
                learn(news.articles());
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.log(Level.WARNING, "readers get pages from memory: the database does not say what changed", e);
            }
            failing = true;
        }
        askedAt = System.nanoTime();
    }

    /** A stamp for what is read from now on. */
    long known() {
        return moment.get();
    }

    /** Whether an article changed for readers since a stamp. */
    boolean isChanged(long article, long known) {
        Long at = changedAt.get(article);
        return at != null && at > known;
    }

    /** Whether anything changed for readers since a stamp. */
    boolean isAnythingChanged(long known) {
        return moment.get() != known;
    }
}
