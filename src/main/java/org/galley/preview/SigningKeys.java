package org.galley.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Reads the secret of signatures, or makes it once. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SigningKeys {
    /** As many as HMAC-SHA256 gives; RFC 2104 asks for no fewer. */
    private static final int BYTES = 32;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    Optional<byte[]> find(String purpose) {
        return Optional.ofNullable(entities.find(SigningKey.class, purpose)).map(SigningKey::secret);
    }

    /** Fails if another node made it just now; then it can be found. */
    void make(String purpose) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        entities.persist(new SigningKey(purpose, secret, clock.instant()));
        entities.flush();
    }
}
