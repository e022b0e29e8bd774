package org.galley.adslot;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and keeps what each scope sets, and lays the scopes over each other. */
@Dependent
class PolicyStore {
    @PersistenceContext
    private EntityManager entities;

    /** Galley's own figures with those of the scopes over them, the widest scope first. */
    PolicyFigures layered(List<String> chain) {
        PolicyFigures figures = PolicyFigures.STANDARD;
        for (String scope : chain) {
            figures = figures.under(figures(scope));
        }
        return figures;
    }

    PolicyFigures figures(String scope) {
        return find(scope).map(PolicyText::figures).orElse(PolicyFigures.NONE);
    }

    /** What all scopes of sections and articles set, by scope. */
    Map<String, PolicyFigures> all() {
        Map<String, PolicyFigures> all = new LinkedHashMap<>();
        entities.createNamedQuery("PolicyText.all", PolicyText.class)
                .getResultStream()
                .forEach(text -> all.put(text.scope(), text.figures()));
        return all;
    }

    Optional<PolicyText> find(String scope) {
        return Optional.ofNullable(entities.find(PolicyText.class, scope));
    }

    /** What is kept of a scope, made if there is nothing. */
    PolicyText text(String scope) {
        return find(scope).orElseGet(() -> {
            PolicyText fresh = new PolicyText(scope);
            entities.persist(fresh);
            return fresh;
        });
    }
}
