package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.galley.people.Caller;
import org.galley.people.Sections;
import org.galley.platform.config.MailSettings;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;

/** What the person who asks was told, and how they want to be told; everybody sees and changes only their own. */
@ApplicationScoped
@Transactional
public class Notifications {
    /** Later than anything that happens; within what both databases can hold. */
    public static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final int LONGEST_ADDRESS = 254;
    /** What a mail server takes in practice: no quotes, no comments, no second address behind a comma. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Telling telling;

    @Inject
    private Sections sections;

    @Inject
    private MailSettings mailSettings;

    @Inject
    private Event<NotificationsChanged> changed;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * What the person was told, the last first.
     *
     * @param at only what is older; {@link #NEWEST} to begin
     * @param id of what happened at that moment, only with a smaller id
     */
    public List<NotificationLine> list(Instant at, long id, int limit) {
        return entities.createNamedQuery("Notification.of", Notification.class)
                .setParameter("recipient", caller.username())
                .setParameter("at", at)
                .setParameter("id", id)
                .setMaxResults(limit)
                .getResultStream()
                .map(notification -> notification.line(telling.nameOf(notification.actor())))
                .toList();
    }

    /** How much the person has not read. */
    public long unread() {
        return entities.createNamedQuery("Notification.unread", Long.class)
                .setParameter("recipient", caller.username())
                .getSingleResult();
    }

    /**
     * Marks some as read.
     *
     * @throws RefusedException not found, if one is somebody else's or none
     */
    public void read(Set<Long> ids) {
        String username = caller.username();
        for (long id : ids) {
            Notification notification = entities.find(Notification.class, id);
            if (notification == null || !notification.isOf(username)) {
                throw RefusedException.notFound("You have no such notification.");
            }
            notification.read(clock.instant());
        }
        changed.fire(new NotificationsChanged(Set.of(username)));
    }

    /** Marks everything about an article as read. */
    public void readStory(long article) {
        entities.createNamedQuery("Notification.readStory")
                .setParameter("recipient", caller.username())
                .setParameter("article", article)
                .setParameter("now", clock.instant())
                .executeUpdate();
        changed.fire(new NotificationsChanged(Set.of(caller.username())));
    }

    public void readAll() {
        entities.createNamedQuery("Notification.readAll")
                .setParameter("recipient", caller.username())
                .setParameter("now", clock.instant())
                .executeUpdate();
        changed.fire(new NotificationsChanged(Set.of(caller.username())));
    }

    /** How the person wants to be told. */
    public Wishes wishes() {
        return telling.wishes(caller.username());
    }

    /** Whether this installation sends mail at all. */
    public boolean isMailOn() {
        caller.signedIn();
        return mailSettings.isOn();
    }

    /** @throws RefusedException invalid */
    public Wishes wish(Wishes wishes) {
        String username = caller.username();
        List<FieldProblem> problems = new ArrayList<>();
        boolean isAddress = wishes.address().length() <= LONGEST_ADDRESS
                && ADDRESS.matcher(wishes.address()).matches();
        if (!wishes.address().isEmpty() && !isAddress) {
            problems.add(new FieldProblem("address", "This is no mail address such as name@example.org."));
        } else if (wishes.address().isEmpty() && wishes.mode() != MailMode.OFF) {
            problems.add(new FieldProblem("address", "A mail address is needed to send mail to."));
        }
        if (!wishes.sections().stream().allMatch(key -> sections.find(key).isPresent())) {
            problems.add(new FieldProblem("sections", "There is no such section."));
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid(problems.get(0).message(), problems);
        }
        Profile profile = entities.find(Profile.class, username);
        if (profile == null) {
            entities.persist(new Profile(username, wishes));
        } else {
            profile.take(wishes);
        }
        return wishes;
    }
}
