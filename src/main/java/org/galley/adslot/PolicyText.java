package org.galley.adslot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A placement policy as it was set for one scope: JSON by the contract. */
@Entity
@Table(name = "placement_policy")
class PolicyText {
    @Id
    private String scope;

    @Column(name = "policy")
    private String json;

    @Version
    private long version;

    protected PolicyText() {}

    PolicyText(String scope) {
        this.scope = scope;
    }

    void become(String policy) {
        json = policy;
    }

    String json() {
        return json;
    }
}
