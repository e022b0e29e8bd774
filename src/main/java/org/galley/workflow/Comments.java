package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.persistence.ValuesById;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Block;

/**
 * Comments on stories: what people tell each other about a text without changing it.
 *
 * <p>Whoever sees a story and may comment does so on any of it, and takes back only what they said themselves. A thread that must be
 * settled bars approval; those who decide on the story begin, settle and reopen such threads: its writer, editors and ad managers.
 */
@ApplicationScoped
@Transactional
public class Comments {
    /** The most characters of a comment. */
    public static final int MAX_TEXT = 4000;
    /** Of the block that a thread is about, enough to know it by. */
    private static final int MAX_QUOTED = 200;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Mentions mentions;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<CommentAdded> added;

    @Inject
    private Event<MentionAdded> mentionAdded;

    @Inject
    private Event<CommentTakenBack> takenBack;

    @Inject
    private Event<CommentBroughtBack> broughtBack;

    @Inject
    private Event<CommentsChanged> changed;

    /**
     * Comments on an article in the order in which they were made, replies among them.
     *
     * @param after only those made after the one with this id; 0 to begin
     * @param limit how many at most
     */
    public List<CommentLine> list(long article, long after, int limit) {
        ArticleView view = articles.view(article);
        return entities.createNamedQuery("Comment.after", Comment.class)
                .setParameter("article", article)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultStream()
                .map(comment -> comment.line(view.story()))
                .toList();
    }

    /** The threads that have to be settled before the article can be approved, the oldest first. */
    public List<CommentLine> demanding(long article) {
        ArticleView view = articles.view(article);
        return entities.createNamedQuery("Comment.open", Comment.class)
                .setParameter("article", article)
                .getResultStream()
                .map(comment -> comment.line(view.story()))
                .toList();
    }

    /** How many threads have to be settled; asked by Galley itself, for the clock as well, so no right is checked. */
    int demands(long article) {
        return entities.createNamedQuery("Comment.open", Comment.class)
                .setParameter("article", article)
                .getResultList()
                .size();
    }

    /**
     * When the comments on several articles last changed, for those that have any; asked by Galley itself and for nobody, so no
     * right is checked.
     */
    public Map<Long, Instant> marks(Collection<Long> of) {
        return ValuesById.find(entities, "Comment.marks", of, Instant.class);
    }

    /** Whether the person may say that a thread has to be settled, and settle such a thread of somebody else. */
    public boolean mayDemand(ArticleView article) {
        return caller.has(Right.COMMENT)
                && (caller.has(Right.APPROVE) || caller.has(Right.PLACE_ADS) || articles.mayWrite(article));
    }

    /**
     * Comments on an article, or replies to a comment.
     *
     * @throws RefusedException forbidden, not found or invalid
     */
    public CommentLine add(long article, NewComment wanted) {
        caller.require(Right.COMMENT);
        ArticleView view = wanted.must() ? lifecycle.lock(article) : articles.view(article);
        Instant now = clock.instant();
        Comment comment;
        if (wanted.replyTo() == null) {
            String quoted = quoted(view, wanted.block());
            if (wanted.must()) {
                requireDemand(view);
            }
            comment = Comment.first(article, wanted.block(), quoted, caller.username(), now, words(wanted.text()));
            comment.demand(wanted.must(), now);
        } else {
            comment = Comment.reply(repliedTo(article, wanted), caller.username(), now, words(wanted.text()));
        }
        entities.persist(comment);
        entities.flush();
        added.fire(new CommentAdded(
                article, comment.id(), caller.username(), comment.text(), others(comment.mentioned()), now));
        return told(view, comment);
    }

    private Comment repliedTo(long article, NewComment wanted) {
        if (wanted.block() != null) {
            throw RefusedException.invalid("block", "A reply is about what its thread is about; leave the block out.");
        }
        if (wanted.must()) {
            throw RefusedException.invalid(
                    "must", "A thread is settled as a whole; only its first comment can ask for it.");
        }
        Comment comment = entities.find(Comment.class, wanted.replyTo());
        if (comment == null || !comment.isOf(article) || (comment.isDeleted() && !comment.isFirst())) {
            throw RefusedException.invalid("replyTo", "The article has no such comment.");
        }
        return first(comment);
    }

    private static String quoted(ArticleView view, String id) {
        if (id == null) {
            return "";
        }
        Block block = view.story()
                .block(id)
                .orElseThrow(() -> RefusedException.invalid("block", "The article has no such block."));
        String words = block instanceof Block.Image image
                ? firstOf(image.picture().caption(), image.picture().alt())
                : block instanceof Block.Embed embed ? firstOf(embed.title(), embed.url()) : block.text();
        String line = words.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        return length <= MAX_QUOTED ? line : line.substring(0, line.offsetByCodePoints(0, MAX_QUOTED - 1)) + "…";
    }

    private static String firstOf(String one, String other) {
        return one.isBlank() ? other : one;
    }

    /** Their own name in it is no news to whoever wrote it. */
    private Set<String> others(Set<String> mentioned) {
        Set<String> others = new LinkedHashSet<>(mentioned);
        others.remove(caller.username());
        return others;
    }

    /**
     * Changes what the person said before.
     *
     * @param text the new words, or null to leave them
     * @param must whether the thread has to be settled, or null to leave it
     * @throws RefusedException forbidden, not found or invalid
     */
    public CommentLine change(long article, long id, String text, Boolean must) {
        caller.require(Right.COMMENT);
        ArticleView view = lifecycle.lock(article);
        Comment comment = own(article, id);
        if (comment.isDeleted()) {
            throw RefusedException.notFound("The article has no such comment.");
        }
        Instant now = clock.instant();
        if (must != null && must != comment.isMust()) {
            if (!comment.isFirst()) {
                throw RefusedException.invalid(
                        "must", "A thread is settled as a whole; only its first comment can ask for it.");
            }
            requireDemand(view);
            comment.demand(must, now);
        }
        if (text != null) {
            Set<String> before = comment.mentioned();
            comment.say(words(text), now);
            Set<String> fresh = others(comment.mentioned());
            fresh.removeAll(before);
            if (!fresh.isEmpty()) {
                mentionAdded.fire(new MentionAdded(article, id, caller.username(), comment.text(), fresh, now));
            }
        }
        return told(view, comment);
    }

    /**
     * Takes back what the person said; replies to it stay, and so does its place among them. {@link #restore} brings it back.
     *
     * @throws RefusedException forbidden or not found
     */
    public CommentLine delete(long article, long id) {
        return changeOwn(article, id, (comment, now) -> {
            comment.delete(now);
            takenBack.fire(new CommentTakenBack(article, id));
        });
    }

    /**
     * Brings back what the person said and took back.
     *
     * @throws RefusedException forbidden or not found
     */
    public CommentLine restore(long article, long id) {
        return changeOwn(article, id, (comment, now) -> {
            comment.restore(now);
            broughtBack.fire(new CommentBroughtBack(article, id, comment.text()));
        });
    }

    private CommentLine changeOwn(long article, long id, BiConsumer<Comment, Instant> change) {
        caller.require(Right.COMMENT);
        ArticleView view = lifecycle.lock(article);
        Comment comment = own(article, id);
        change.accept(comment, clock.instant());
        return told(view, comment);
    }

    /**
     * Settles the thread that a comment belongs to; one that is settled stays as it is.
     *
     * @return the first comment of the thread
     * @throws RefusedException forbidden or not found
     */
    public CommentLine resolve(long article, long id) {
        return changeThread(article, id, (first, now) -> first.resolve(caller.username(), now));
    }

    /**
     * Opens a settled thread again; one that is open stays as it is.
     *
     * @return the first comment of the thread
     * @throws RefusedException forbidden or not found
     */
    public CommentLine reopen(long article, long id) {
        return changeThread(article, id, Comment::reopen);
    }

    private CommentLine changeThread(long article, long id, BiConsumer<Comment, Instant> change) {
        caller.require(Right.COMMENT);
        ArticleView view = lifecycle.lock(article);
        Comment first = first(existing(article, id));
        requireSettling(view, first);
        change.accept(first, clock.instant());
        return told(view, first);
    }

    private void requireDemand(ArticleView view) {
        if (!mayDemand(view)) {
            throw RefusedException.forbidden(
                    "not-own-article",
                    "That a comment must be resolved before approval is said by the story's writer, editors and ad managers.");
        }
    }

    private void requireSettling(ArticleView view, Comment first) {
        if (first.isMust() && !first.isBy(caller.username()) && !mayDemand(view)) {
            throw RefusedException.forbidden(
                    "not-own-comment",
                    "What must be resolved before approval is settled by who asked for it, the story's writer, editors and ad managers.");
        }
    }

    private Comment own(long article, long id) {
        Comment comment = existing(article, id);
        if (!comment.isBy(caller.username())) {
            throw RefusedException.forbidden(
                    "not-own-comment", "People change and delete their own comments; this one is somebody else's.");
        }
        return comment;
    }

    private Comment existing(long article, long id) {
        Comment comment = entities.find(Comment.class, id);
        if (comment == null || !comment.isOf(article)) {
            throw RefusedException.notFound("The article has no such comment.");
        }
        return comment;
    }

    private Comment first(Comment comment) {
        return comment.isFirst() ? comment : entities.find(Comment.class, comment.thread());
    }

    private Comment.Words words(String text) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            throw RefusedException.invalid("text", "A comment needs some text.");
        }
        if (said.length() > MAX_TEXT) {
            throw RefusedException.invalid("text", "A comment has at most " + MAX_TEXT + " characters.");
        }
        return new Comment.Words(said, mentions.in(said));
    }

    /** Tells those who have the article open, and shows the comment as it is now. */
    private CommentLine told(ArticleView view, Comment comment) {
        changed.fire(new CommentsChanged(view.id(), caller.username(), comment.changedAt()));
        return comment.line(view.story());
    }
}
