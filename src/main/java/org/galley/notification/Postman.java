package org.galley.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import org.galley.platform.config.GalleySettings;
import org.galley.platform.config.MailSettings;
import org.galley.platform.work.OwnThreads;

/** Sends mail that is due, on a thread of its own: whoever causes a mail never waits for a mail server. */
@ApplicationScoped
public class Postman {
    private static final System.Logger LOG = System.getLogger(Postman.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int LOOKS_BETWEEN_PRUNING = 1_800;

    @Inject
    private OwnThreads threads;

    @Inject
    private MailOutbox outbox;

    @Inject
    private MailSettings settings;

    @Inject
    private GalleySettings site;

    @Inject
    private Clock clock;

    private int looks;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        threads.each(1, PAUSE, this::look);
    }

    private void look() {
        try {
            if (settings.isOn()) {
                outbox.recipientsDue().forEach(this::send);
            }
            if (looks++ % LOOKS_BETWEEN_PRUNING == 0) {
                outbox.prune();
            }
        } catch (RuntimeException e) {
            // A task that fails would never run again; the database may be back at the next look.
            LOG.log(System.Logger.Level.ERROR, "Could not look for mail to send; trying again", e);
        }
    }

    private void send(String recipient) {
        Optional<MailOutbox.Order> claimed = outbox.claim(recipient);
        if (claimed.isEmpty()) {
            return;
        }
        MailOutbox.Order order = claimed.get();
        try {
            Session session = session();
            Letter letter = new Letter(site.siteName(), settings.deskUrl(site.siteUrl()), order.news(), order.actors());
            Transport.send(letter.message(session, settings.from(), order.address(), Date.from(clock.instant())));
            outbox.sent(order.ids());
        } catch (MessagingException e) {
            outbox.failed(order.ids(), words(e));
        }
    }

    private Session session() {
        Optional<String> user = settings.user();
        return Session.getInstance(
                settings.properties(),
                user.isEmpty()
                        ? null
                        : new Authenticator() {
                            @Override
                            protected PasswordAuthentication getPasswordAuthentication() {
                                return new PasswordAuthentication(user.get(), settings.password());
                            }
                        });
    }

    /** What servers answer may repeat addresses and is not kept. */
    private static String words(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return "The mail server does not take galley.mail.user and galley.mail.password.";
        }
        return e instanceof SendFailedException
                ? "The mail server does not take the address."
                : "The mail server could not be reached, or ended the talk.";
    }
}
