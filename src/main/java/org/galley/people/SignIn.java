package org.galley.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;

/**
 * Verifies a name and a password, and slows guessing down: after {@value #PER_ACCOUNT} failures for an account, or
 * {@value #PER_ADDRESS} from an address, within 15 minutes, further attempts are refused until the window ends.
 */
@ApplicationScoped
public class SignIn {
    /** Attribute of a request whose sign-in was refused without looking at the password: the words that say why. */
    public static final String REFUSAL = "org.galley.signIn.refusal";

    static final int PER_ACCOUNT = 10;
    static final int PER_ADDRESS = 50;

    /** Both databases know it. */
    private static final String FIRST_ATTEMPT = "insert into sign_in_throttle (subject, failures, window_start)"
            + " values (?1, 0, ?2) on conflict do nothing";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private People people;

    @Inject
    private Clock clock;

    /**
     * The account, or empty if name and password do not belong together.
     *
     * @param address where the attempt comes from
     * @throws RefusedException too many, while the account or the address is throttled
     */
    @Transactional
    public Optional<Account> attempt(String username, char[] password, String address) {
        Instant now = clock.instant();
        String account =
                "account:" + shorten(username == null ? "" : username.strip().toLowerCase(Locale.ROOT));
        String origin = "address:" + shorten(address);
        // Attempts on one account go one after the other: guesses sent at the same instant would all pass the same
        // check.
        ThrottledSubject guessed = lock(account, now);
        if (guessed.isOver(PER_ACCOUNT, now) || isOver(origin, PER_ADDRESS, now)) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY,
                    "sign-in-throttled",
                    "Too many failed attempts. Wait 15 minutes and try again.",
                    List.of());
        }
        Optional<Account> found = people.verify(username, password);
        if (found.isPresent()) {
            forget(account);
        } else {
            guessed.failed(now);
            lock(origin, now).failed(now);
        }
        return found;
    }

    private boolean isOver(String subject, int limit, Instant now) {
        ThrottledSubject known = entities.find(ThrottledSubject.class, subject);
        return known != null && known.isOver(limit, now);
    }

    /** The subject's row, locked until the transaction ends; whoever comes second at a first attempt finds the row and waits. */
    private ThrottledSubject lock(String subject, Instant now) {
        entities.createNativeQuery(FIRST_ATTEMPT)
                .setParameter(1, subject)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return entities.find(ThrottledSubject.class, subject, LockModeType.PESSIMISTIC_WRITE);
    }

    private void forget(String subject) {
        entities.createNamedQuery("ThrottledSubject.forget")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private static String shorten(String text) {
        return text.length() <= 150 ? text : text.substring(0, 150);
    }
}
