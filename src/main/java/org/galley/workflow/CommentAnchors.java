package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.galley.article.TextFollower;
import org.galley.diff.Heirs;
import org.galley.story.Story;

/**
 * Keeps threads at their blocks while the text changes.
 *
 * <p>A block that moves or is split keeps its id, and so its threads; one that is joined into another hands them to it; one that
 * is deleted keeps them for when it comes back. Where a thread stands is read from the text, so only joins are written down.
 */
@ApplicationScoped
class CommentAnchors implements TextFollower {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<CommentsChanged> changed;

    @Override
    public void textChanged(long article, Story before, Story after, String by) {
        Set<String> came = new TreeSet<>(after.ids());
        Set<String> went = new TreeSet<>(before.ids());
        came.removeAll(before.ids());
        went.removeAll(after.ids());
        if (came.isEmpty() && went.isEmpty()) {
            return;
        }
        List<Comment> threads = entities.createNamedQuery("Comment.atBlocks", Comment.class)
                .setParameter("article", article)
                .getResultList();
        Set<String> lost = new TreeSet<>();
        threads.stream().map(Comment::anchor).filter(went::contains).forEach(lost::add);
        Map<String, String> heirs = Heirs.of(lost, before, after);
        Instant now = clock.instant();
        boolean news = false;
        for (Comment thread : threads) {
            if (came.contains(thread.block())) {
                news |= thread.follow(thread.block(), now);
            } else if (heirs.containsKey(thread.anchor())) {
                news |= thread.follow(heirs.get(thread.anchor()), now);
            }
        }
        if (news) {
            changed.fire(new CommentsChanged(article, by, now));
        }
    }
}
