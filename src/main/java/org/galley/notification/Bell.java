package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rings where a page of a person is open on this node, and says nothing but that there is something: the page asks what. Pages on
 * other nodes ask every now and then.
 */
@ApplicationScoped
public class Bell {
    /** Windows of one person; far more than anybody opens. */
    private static final int MOST = 50;

    private final Map<String, Set<Runnable>> pages = new ConcurrentHashMap<>();

    /** @param ring called by whoever caused it, so it must not wait */
    public void listen(String username, Runnable ring) {
        pages.compute(username, (name, known) -> {
            Set<Runnable> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            if (all.size() < MOST) {
                all.add(ring);
            }
            return all;
        });
    }

    public void leave(String username, Runnable ring) {
        pages.computeIfPresent(username, (name, all) -> {
            all.remove(ring);
            return all.isEmpty() ? null : all;
        });
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) NotificationsChanged change) {
        change.usernames()
                .forEach(username -> pages.getOrDefault(username, Set.of()).forEach(Runnable::run));
    }
}
