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

/** One thing that a person is to be told by mail; several that are due at once are one mail. */
@Entity
@Table(name = "notification_mail")
@NamedQuery(
        name = "Mail.recipientsDue",
        query = "select distinct m.recipient from Mail m where m.dueAt <= :now and m.givenUp = false"
                + " and (m.claimedUntil is null or m.claimedUntil < :now)")
@NamedQuery(
        name = "Mail.due",
        query = "select m.id from Mail m where m.recipient = :recipient and m.dueAt <= :now and m.givenUp = false"
                + " and (m.claimedUntil is null or m.claimedUntil < :now) order by m.id")
@NamedQuery(name = "Mail.ofComment", query = "select m from Mail m where m.commentId = :comment")
@NamedQuery(name = "Mail.old", query = "delete from Mail m where m.givenUp = true and m.dueAt < :before")
class Mail {
    private static final int LONGEST_PROBLEM = 200;

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

    private int attempts;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    @Column(name = "last_problem")
    private String lastProblem;

    @Column(name = "given_up")
    private boolean givenUp;

    protected Mail() {}

    Mail(String recipient, News news, Instant dueAt) {
        this.recipient = recipient;
        this.kind = news.kind();
        this.articleId = news.article();
        this.subject = news.subject();
        this.actor = news.actor();
        this.at = news.at();
        this.note = news.note();
        this.path = news.path();
        this.commentId = news.comment();
        this.dueAt = dueAt;
    }

    News news() {
        return new News(kind, articleId, subject, actor, at, note, path, commentId);
    }

    /** @param note what the comment says; null if it was taken back */
    void say(String note) {
        this.note = note;
    }

    boolean claim(Instant now, Instant until) {
        boolean free = !givenUp && !dueAt.isAfter(now) && (claimedUntil == null || claimedUntil.isBefore(now));
        if (free) {
            claimedUntil = until;
        }
        return free;
    }

    void failed(String problem, Instant next, int most) {
        attempts++;
        claimedUntil = null;
        dueAt = next;
        lastProblem = problem.length() <= LONGEST_PROBLEM ? problem : problem.substring(0, LONGEST_PROBLEM);
        givenUp = attempts >= most;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    int attempts() {
        return attempts;
    }

    long id() {
        return id;
    }
}
