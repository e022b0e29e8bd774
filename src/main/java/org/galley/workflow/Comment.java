package org.galley.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.galley.story.Story;

/**
 * What somebody said of a story or of one of its blocks: the first of a thread, or a reply in one.
 *
 * <p>The first holds what is true of the thread: where it stands, whether it must be settled, and by whom it was. A thread
 * remembers the block that it began at and the one that took that in since, so that it comes back with either.
 */
@Entity
@Table(name = "remark")
@NamedQuery(
        name = "Comment.after",
        query =
                "select c from Comment c where c.articleId = :article and c.id > :after and (c.deletedAt is null"
                        + " or exists (select r.id from Comment r where r.threadId = c.id and r.deletedAt is null)) order by c.id")
@NamedQuery(
        name = "Comment.atBlocks",
        query = "select c from Comment c where c.articleId = :article and c.block is not null and c.threadId is null")
@NamedQuery(
        name = "Comment.open",
        query = "select c from Comment c where c.articleId = :article and c.must = true and c.threadId is null"
                + " and c.resolvedAt is null and c.deletedAt is null order by c.id")
@NamedQuery(
        name = "Comment.marks",
        // No max(): PostgreSQL's driver gives an aggregate as another type than a column, and nothing converts it.
        query = "select c.articleId, c.changedAt from Comment c where c.articleId in :ids and not exists"
                + " (select n.id from Comment n where n.articleId = c.articleId and n.changedAt > c.changedAt)")
class Comment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    @Column(name = "thread_id")
    private Long threadId;

    @Column(name = "block_id")
    private String block;

    @Column(name = "anchor_id")
    private String anchor;

    private String quoted = "";
    private String author;
    private Instant at;
    private String text;

    @Convert(converter = Usernames.class)
    private Set<String> mentioned = Set.of();

    private boolean must;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "resolved_by")
    private String resolvedBy;

    protected Comment() {}

    private Comment(long articleId, String author, Instant at, Words words) {
        this.articleId = articleId;
        this.author = author;
        this.at = at;
        this.changedAt = at;
        this.text = words.text();
        this.mentioned = words.mentioned();
    }

    /** What is said, and the people whom it names. */
    record Words(String text, Set<String> mentioned) {}

    /**
     * Begins a thread.
     *
     * @param block id of the block that it is about, or null for the whole story
     * @param quoted the first words of that block, for when it is gone
     */
    static Comment first(long article, String block, String quoted, String author, Instant at, Words words) {
        Comment comment = new Comment(article, author, at, words);
        comment.block = block;
        comment.anchor = block;
        comment.quoted = quoted;
        return comment;
    }

    /** Replies in a thread. */
    static Comment reply(Comment first, String author, Instant at, Words words) {
        Comment comment = new Comment(first.articleId, author, at, words);
        comment.threadId = first.id;
        return comment;
    }

    /** Settles the thread; whoever came first stays the one who did. */
    void resolve(String by, Instant now) {
        if (resolvedAt == null) {
            resolvedAt = now;
            resolvedBy = by;
            changedAt = now;
        }
    }

    void reopen(Instant now) {
        if (resolvedAt != null) {
            resolvedAt = null;
            resolvedBy = null;
            changedAt = now;
        }
    }

    void say(Words words, Instant now) {
        if (!text.equals(words.text())) {
            text = words.text();
            mentioned = words.mentioned();
            editedAt = now;
            changedAt = now;
        }
    }

    /** Whether the thread has to be settled before the story can be approved. */
    void demand(boolean settling, Instant now) {
        if (must != settling) {
            must = settling;
            changedAt = now;
        }
    }

    void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
            changedAt = now;
        }
    }

    void restore(Instant now) {
        if (deletedAt != null) {
            deletedAt = null;
            changedAt = now;
        }
    }

    /**
     * The block that the thread stands at was taken in by another one.
     *
     * @return whether that is news
     */
    boolean follow(String heir, Instant now) {
        boolean news = !heir.equals(anchor);
        if (news) {
            anchor = heir;
            changedAt = now;
        }
        return news;
    }

    boolean isOf(long article) {
        return articleId == article;
    }

    boolean isBy(String username) {
        return author.equals(username);
    }

    boolean isDeleted() {
        return deletedAt != null;
    }

    boolean isFirst() {
        return threadId == null;
    }

    /** Whether the thread that it begins has to be settled before the story can be approved. */
    String text() {
        return text;
    }

    boolean isMust() {
        return must;
    }

    /** Id of the comment that began its thread, perhaps its own. */
    long thread() {
        return threadId == null ? id : threadId;
    }

    String block() {
        return block;
    }

    String anchor() {
        return anchor;
    }

    Set<String> mentioned() {
        return mentioned;
    }

    long id() {
        return id;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** The block that the thread stands at in a text, or the last one that it stood at. */
    String place(Story story) {
        return block != null && story.block(block).isPresent() ? block : anchor;
    }

    /** @param of the text in which it is read */
    CommentLine line(Story of) {
        String place = place(of);
        return new CommentLine(
                id,
                thread(),
                place,
                place != null && of.block(place).isEmpty(),
                quoted,
                author,
                at,
                deletedAt == null ? text : "",
                deletedAt == null ? mentioned : Set.of(),
                must && deletedAt == null,
                editedAt,
                deletedAt != null,
                resolvedAt,
                resolvedBy);
    }
}
