package org.galley.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that one person is told. */
@Entity
@Table(name = "notification")
@NamedQuery(
        name = "Notification.of",
        query = "select n from Notification n where n.recipient = :recipient"
                + " and (n.at < :at or (n.at = :at and n.id < :id)) order by n.at desc, n.id desc")
@NamedQuery(
        name = "Notification.unread",
        query = "select count(n) from Notification n where n.recipient = :recipient and n.readAt is null")
@NamedQuery(
        name = "Notification.readAll",
        query = "update Notification n set n.readAt = :now where n.recipient = :recipient and n.readAt is null")
@NamedQuery(
        name = "Notification.readStory",
        query = "update Notification n set n.readAt = :now where n.recipient = :recipient and n.readAt is null"
                + " and n.articleId = :article")
@NamedQuery(
        name = "Notification.unreadAlike",
        query = "select count(n) from Notification n where n.recipient = :recipient and n.kind = :kind"
                + " and n.path = :path and n.readAt is null")
@NamedQuery(
        // The recipients are named for the index that knows what each has not read.
        name = "Notification.unreadOf",
        query = "select n from Notification n where n.recipient in :recipients and n.readAt is null"
                + " and n.articleId = :article and n.kind in :kinds")
@NamedQuery(name = "Notification.ofComment", query = "select n from Notification n where n.commentId = :comment")
@NamedQuery(name = "Notification.old", query = "delete from Notification n where n.at < :before")
class Notification {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    private String recipient;

    @Enumerated(EnumType.STRING)
    private NotificationKind kind;

    @Column(name = "article_id")
    private Long articleId;

    private String subject;
    private String actor;
    private Instant at;
    private String note;
    private String path;

    @Column(name = "comment_id")
    private Long commentId;

    @Column(name = "read_at")
    private Instant readAt;

    protected Notification() {}

    Notification(String recipient, News news) {
        this.recipient = recipient;
        this.kind = news.kind();
        this.articleId = news.article();
        this.subject = news.subject();
        this.actor = news.actor();
        this.at = news.at();
        this.note = news.note();
        this.path = news.path();
        this.commentId = news.comment();
    }

    /** @param note what the comment says; null if it was taken back */
    void say(String note) {
        this.note = note;
    }

    boolean isOf(String username) {
        return recipient.equals(username);
    }

    void read(Instant now) {
        if (readAt == null) {
            readAt = now;
        }
    }

    long id() {
        return id;
    }

    NotificationLine line(String actorName) {
        return new NotificationLine(id, kind, articleId, subject, actorName, at, note, path, readAt == null);
    }

    String recipient() {
        return recipient;
    }

    String actor() {
        return actor;
    }
}
