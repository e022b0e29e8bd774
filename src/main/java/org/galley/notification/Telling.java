package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.galley.people.Account;
import org.galley.people.People;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.config.MailSettings;

/** Tells people what there is to tell, each as they want to be told; nobody is told of what they did themselves. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Telling {
    /** When the daily mail is sent, in the desk's zone: before the morning's conference. */
    static final LocalTime MORNING = LocalTime.of(7, 0);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private GalleySettings settings;

    @Inject
    private MailSettings mailSettings;

    @Inject
    private Event<NotificationsChanged> changed;

    @Inject
    private Clock clock;

    void tell(Collection<String> usernames, News news) {
        Set<String> shown = new LinkedHashSet<>();
        for (String username : new LinkedHashSet<>(usernames)) {
            if (username == null
                    || username.equals(news.actor())
                    || people.find(username).isEmpty()) {
                continue;
            }
            Wishes wishes = wishes(username);
            if (wishes.wantsInPage(news.kind())) {
                entities.persist(new Notification(username, news));
                shown.add(username);
            }
            if (mailSettings.isOn() && wishes.wantsMail(news.kind())) {
                entities.persist(new Mail(username, news, due(wishes.mode())));
            }
        }
        if (!shown.isEmpty()) {
            changed.fire(new NotificationsChanged(shown));
        }
    }

    /** The same, but whoever has not read the last one of that kind and place is not told again. */
    void tellOnce(Collection<String> usernames, News news) {
        tell(
                usernames.stream()
                        .filter(username -> entities.createNamedQuery("Notification.unreadAlike", Long.class)
                                        .setParameter("recipient", username)
                                        .setParameter("kind", news.kind())
                                        .setParameter("path", news.path())
                                        .getSingleResult()
                                == 0)
                        .toList(),
                news);
    }

    /** What asked for something that was done since, by whomever, is read. */
    void settle(long article, Set<NotificationKind> kinds) {
        if (kinds.isEmpty()) {
            return;
        }
        List<Notification> settled = entities.createNamedQuery("Notification.unreadOf", Notification.class)
                .setParameter("article", article)
                .setParameter("kinds", kinds)
                .setParameter(
                        "recipients",
                        people.all().stream().map(Account::username).toList())
                .getResultList();
        settled.forEach(notification -> notification.read(clock.instant()));
        if (!settled.isEmpty()) {
            changed.fire(new NotificationsChanged(
                    settled.stream().map(Notification::recipient).collect(Collectors.toSet())));
        }
    }

    /** Lets what was told of a comment say what that says now; null if it was deleted. */
    void say(long comment, String note) {
        entities.createNamedQuery("Notification.ofComment", Notification.class)
                .setParameter("comment", comment)
                .getResultList()
                .forEach(told -> told.say(note));
        entities.createNamedQuery("Mail.ofComment", Mail.class)
                .setParameter("comment", comment)
                .getResultList()
                .forEach(mail -> mail.say(note));
    }

    Wishes wishes(String username) {
        Profile profile = entities.find(Profile.class, username);
        return profile == null ? Wishes.STANDARD : profile.wishes();
    }

    /** How an account is named to others, if it is still there. */
    String nameOf(String username) {
        return username == null
                ? null
                : people.find(username).map(Account::displayName).orElse(username);
    }

    private Instant due(MailMode mode) {
        Instant now = clock.instant();
        return mode == MailMode.DAILY ? nextMorning(now, settings.zone()) : now;
    }

    static Instant nextMorning(Instant now, ZoneId zone) {
        ZonedDateTime there = now.atZone(zone);
        ZonedDateTime morning = there.toLocalDate().atTime(MORNING).atZone(zone);
        return (morning.isAfter(there)
                        ? morning
                        : there.toLocalDate().plusDays(1).atTime(MORNING).atZone(zone))
                .toInstant();
    }
}
