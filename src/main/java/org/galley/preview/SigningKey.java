package org.galley.preview;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Base64;

/** The secret with which links are signed; every node has the same, and none writes it anywhere else. */
@Entity
@Table(name = "signing_key")
class SigningKey {
    @Id
    private String purpose;

    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    protected SigningKey() {}

    SigningKey(String purpose, byte[] secret, Instant createdAt) {
        this.purpose = purpose;
        this.secret = Base64.getEncoder().encodeToString(secret);
        this.createdAt = createdAt;
    }

    byte[] secret() {
        return Base64.getDecoder().decode(secret);
    }
}
