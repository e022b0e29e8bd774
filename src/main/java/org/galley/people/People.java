package org.galley.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people with accounts, and whether a password is theirs. */
@ApplicationScoped
@Transactional
public class People {
    /** OWASP Password Storage Cheat Sheet, 2023: PBKDF2-HMAC-SHA512 with at least 210,000 iterations. */
    private static final int ITERATIONS = 210_000;

    /** The fewest that the container's own hash takes; for passwords that are printed in a README. */
    private static final int ITERATIONS_FOR_KNOWN = 1024;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Pbkdf2PasswordHash hash;

    @Inject
    private Pbkdf2PasswordHash hashOfKnown;

    @Inject
    private Clock clock;

    private String hashOfNobody;

    @PostConstruct
    void prepare() {
        hash.initialize(hashing(ITERATIONS));
        hashOfKnown.initialize(hashing(ITERATIONS_FOR_KNOWN));
        hashOfNobody = hash.generate("nobody's password".toCharArray());
    }

    private static Map<String, String> hashing(int iterations) {
        return Map.of(
                "Pbkdf2PasswordHash.Algorithm",
                "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations",
                String.valueOf(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes",
                "32",
                "Pbkdf2PasswordHash.KeySizeBytes",
                "32");
    }

    /** The active account of that name. */
    public Optional<Account> find(String username) {
        return person(username).filter(Person::isActive).map(Person::account);
    }

    /** All accounts, active or not, by display name. */
    public List<Account> all() {
        return entities.createNamedQuery("Person.all", Person.class)
                .getResultStream()
                .map(Person::account)
                .toList();
    }

    public boolean isEmpty() {
        return all().isEmpty();
    }

    /**
     * The account if the password is its own; takes as long for a name that does not exist, so that names cannot be guessed by
     * time.
     */
    public Optional<Account> verify(String username, char[] password) {
        Optional<Person> person = person(username).filter(Person::isActive);
        boolean right = hash.verify(password, person.map(Person::passwordHash).orElse(hashOfNobody));
        return right ? person.map(Person::account) : Optional.empty();
    }

    /** Adds an account; the caller's rights are checked where accounts are administered. */
    public Account add(String username, String displayName, char[] password, Set<Role> roles) {
        return add(username, displayName, hash.generate(password), roles);
    }

    /**
     * Adds an account whose password everybody knows, as those of a demo: a hash that is slow to compute would protect nothing,
     * and cost each start and each sign-in its time.
     */
    Account addWithKnownPassword(String username, String displayName, char[] password, Set<Role> roles) {
        return add(username, displayName, hashOfKnown.generate(password), roles);
    }

    private Account add(String username, String displayName, String passwordHash, Set<Role> roles) {
        Person person = new Person(normal(username), displayName, passwordHash, roles, clock.instant());
        entities.persist(person);
        return person.account();
    }

    private Optional<Person> person(String username) {
        return entities.createNamedQuery("Person.byUsername", Person.class)
                .setParameter("username", normal(username))
                .getResultStream()
                .findFirst();
    }

    private static String normal(String username) {
        return username == null ? "" : username.strip().toLowerCase(Locale.ROOT);
    }
}
