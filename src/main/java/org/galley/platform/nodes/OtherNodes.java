package org.galley.platform.nodes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets other nodes know that something changed here, and fires {@link ElsewhereChanged} for what changed there.
 *
 * <p>Once a second, see {@link NodeRounds}, this node posts what it was told to and reads what is posted; so the other node hears of a
 * change within two seconds, and a busy node writes no more often than a quiet one. What a node does not post because it dies, pages
 * find as they ask every now and then.
 *
 * <pre>{@code
 * void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) ThingChanged change) {
 *     otherNodes.tell("things");
 * }
 * }</pre>
 */
@ApplicationScoped
public class OtherNodes {
    private final NoticeBoard board;
    private final Event<ElsewhereChanged> event;
    private final Set<String> toTell = ConcurrentHashMap.newKeySet();
    /** What was posted up to the last round, or null before the first one; used by one round at a time. */
    private Map<String, Long> known;

    /** For the container's proxies alone. */
    protected OtherNodes() {
        this(null, null);
    }

    @Inject
    OtherNodes(NoticeBoard board, Event<ElsewhereChanged> event) {
        this.board = board;
        this.event = event;
    }

    /**
     * Something changed here, and its transaction has succeeded.
     *
     * @param subject at most 100 characters
     */
    public void tell(String subject) {
        toTell.add(subject);
    }

    /** Posts and reads. */
    synchronized void round() {
        Set<String> own = Set.copyOf(toTell);
        // Told again while it is posted means posted again.
        toTell.removeAll(own);
        try {
            if (!own.isEmpty()) {
                board.post(own);
            }
            Map<String, Long> now = board.read();
            Set<String> elsewhere = elsewhere(now, own);
            known = now;
            if (!elsewhere.isEmpty()) {
                event.fire(new ElsewhereChanged(elsewhere));
            }
        } catch (RuntimeException e) {
            toTell.addAll(own);
            throw e;
        }
    }

    /** What was posted more often than by this node. */
    private Set<String> elsewhere(Map<String, Long> now, Set<String> own) {
        Set<String> changed = new HashSet<>();
        if (known != null) {
            now.forEach((subject, version) -> {
                long expected = known.getOrDefault(subject, 0L) + (own.contains(subject) ? 1 : 0);
                if (version > expected) {
                    changed.add(subject);
                }
            });
        }
        return changed;
    }
}
