package org.galley.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.galley.story.ContentHash;

/** Issues API tokens and says whose they are; a lost database gives nobody a usable token. */
@ApplicationScoped
@Transactional
public class ApiTokens {
    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofHours(12);

    private static final int BYTES = 32;
    private static final String PREFIX = "galley_";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param token to be shown once and kept nowhere
     * @param expires from when on it is refused
     */
    public record Issued(String token, Instant expires) {
        @Override
        public String toString() {
            return "Issued[expires=" + expires + "]";
        }
    }

    /** A new token for an account whose password has just been verified. */
    public Issued issue(Account account) {
        Instant now = clock.instant();
        entities.createNamedQuery("ApiToken.deleteExpired")
                .setParameter("now", now)
                .executeUpdate();
        Person person = entities.createNamedQuery("Person.byUsername", Person.class)
                .setParameter("username", account.username())
                .getSingleResult();
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = now.plus(LIFETIME);
        entities.persist(new ApiToken(person, ContentHash.of(token).hex(), now, expires));
        return new Issued(token, expires);
    }

    /** The account that a token stands for, unless the token is unknown or expired. */
    public Optional<Account> authenticate(String token) {
        if (token == null || !token.startsWith(PREFIX) || token.length() > 200) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return entities.createNamedQuery("ApiToken.byHash", ApiToken.class)
                .setParameter("hash", ContentHash.of(token).hex())
                .getResultStream()
                .filter(found -> found.isValidAt(now))
                .map(found -> found.person().account())
                .findFirst();
    }
}
