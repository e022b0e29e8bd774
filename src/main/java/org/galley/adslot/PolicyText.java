package org.galley.adslot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The figures of a placement policy that one scope sets, and its word on placing anew. */
@Entity
@Table(name = "placement_policy")
@NamedQuery(name = "PolicyText.all", query = "select p from PolicyText p")
class PolicyText {
    @Id
    private String scope;

    @Column(name = "policy")
    private String json;

    @Column(name = "replace_on_save")
    private Boolean replaceOnSave;

    @Version
    private long version;

    protected PolicyText() {}

    PolicyText(String scope) {
        this.scope = scope;
        json = PolicyFigures.NONE.canonical();
    }

    void become(PolicyFigures figures) {
        json = figures.canonical();
    }

    void replaceOnSave(Boolean wanted) {
        replaceOnSave = wanted;
    }

    String scope() {
        return scope;
    }

    PolicyFigures figures() {
        return PolicyFigures.parse(json);
    }

    Boolean replaceOnSave() {
        return replaceOnSave;
    }
}
