package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hands out mail that is due and keeps what came of it, in short transactions: none is open while a mail server is waited for. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class MailOutbox {
    private static final System.Logger LOG = System.getLogger(MailOutbox.class.getName());
    /** Longer than a mail server is waited for. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int TRIES = 15;
    private static final int MOST_DOUBLINGS = 8;
    private static final int MOST_IN_ONE = 100;
    private static final Duration KEPT = Duration.ofDays(90);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Telling telling;

    @Inject
    private Clock clock;

    /**
     * A mail to be sent now.
     *
     * @param ids of the rows that it settles
     */
    record Order(List<Long> ids, String address, List<News> news, List<String> actors) {
        @Override
        public String toString() {
            return "Order[ids=" + ids + "]";
        }
    }

    List<String> recipientsDue() {
        return entities.createNamedQuery("Mail.recipientsDue", String.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Claims all that one person is to be told now; if they want no mail any more, it is dropped. */
    Optional<Order> claim(String recipient) {
        Instant now = clock.instant();
        List<Mail> claimed = new ArrayList<>();
        for (long id : entities.createNamedQuery("Mail.due", Long.class)
                .setParameter("recipient", recipient)
                .setParameter("now", now)
                .setMaxResults(MOST_IN_ONE)
                .getResultList()) {
            Mail mail = tryLock(id);
            if (mail != null && mail.claim(now, now.plus(CLAIM))) {
                claimed.add(mail);
            }
        }
        Wishes wishes = telling.wishes(recipient);
        if (wishes.mode() == MailMode.OFF || wishes.address().isEmpty()) {
            claimed.forEach(entities::remove);
            return Optional.empty();
        }
        if (claimed.isEmpty()) {
            return Optional.empty();
        }
        List<News> news = claimed.stream().map(Mail::news).toList();
        List<String> actors = new ArrayList<>();
        news.forEach(one -> actors.add(telling.nameOf(one.actor())));
        return Optional.of(new Order(claimed.stream().map(Mail::id).toList(), wishes.address(), news, actors));
    }

    private Mail tryLock(long id) {
        // SKIP LOCKED is in no version of JPQL.
        boolean taken = entities.createNativeQuery(
                        "select id from notification_mail where id = ? for update skip locked")
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
        return taken ? null : entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What was sent needs no row any more. */
    void sent(List<Long> ids) {
        for (long id : ids) {
            Mail mail = entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (mail != null) {
                entities.remove(mail);
            }
        }
    }

    /** Tries again later, and gives up after a while. */
    void failed(List<Long> ids, String problem) {
        for (long id : ids) {
            Mail mail = entities.find(Mail.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (mail == null) {
                continue;
            }
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(mail.attempts(), MOST_DOUBLINGS));
            mail.failed(problem, clock.instant().plus(pause), TRIES);
            if (mail.isGivenUp()) {
                LOG.log(System.Logger.Level.WARNING, "Gave up mail {0}: {1}", String.valueOf(id), problem);
            }
        }
    }

    /** Forgets what is older than anybody looks for. */
    void prune() {
        entities.createNamedQuery("Notification.old")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
        entities.createNamedQuery("Mail.old")
                .setParameter("before", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
