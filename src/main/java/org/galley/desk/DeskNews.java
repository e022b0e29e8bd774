package org.galley.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.galley.article.ArticleMoved;
import org.galley.article.StoryWritten;
import org.galley.platform.nodes.ElsewhereChanged;
import org.galley.platform.nodes.OtherNodes;

/**
 * Tells open pages of the desk that a story changed, so that they count anew.
 *
 * <p>What another node does, this one hears of within two seconds.
 */
@ApplicationScoped
public class DeskNews {
    private static final String DESK = "desk";

    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();

    @Inject
    private OtherNodes others;

    /** Hears that something changed; called by whoever changed it, so it must not wait. */
    public interface Listener {
        void changed();
    }

    public void listen(Listener listener) {
        listeners.add(listener);
    }

    public void leave(Listener listener) {
        listeners.remove(listener);
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleMoved article) {
        changedHere();
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) StoryWritten story) {
        changedHere();
    }

    private void changedHere() {
        tell();
        others.tell(DESK);
    }

    void elsewhere(@Observes ElsewhereChanged change) {
        if (change.subjects().contains(DESK)) {
            tell();
        }
    }

    private void tell() {
        listeners.forEach(Listener::changed);
    }
}
