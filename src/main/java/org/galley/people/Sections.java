package org.galley.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The sections of the site, in their order; the first is where imports go unless told otherwise. */
@ApplicationScoped
@Transactional
public class Sections {
    @PersistenceContext
    private EntityManager entities;

    public List<SectionName> all() {
        return entities.createNamedQuery("Section.all", Section.class)
                .getResultStream()
                .map(Section::nameAndKey)
                .toList();
    }

    public Optional<SectionName> find(String key) {
        return key == null || key.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(entities.find(Section.class, key)).map(Section::nameAndKey);
    }

    /** Waits until nobody else has this section, and has it until the transaction ends; does nothing if there is no such section. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(String key) {
        entities.find(Section.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The section where stories go that name none. */
    public SectionName first() {
        List<SectionName> all = all();
        if (all.isEmpty()) {
            throw new IllegalStateException("a newsroom without sections");
        }
        return all.get(0);
    }

    /** Adds a section behind the others; the caller's rights are checked where sections are administered. */
    public void add(String key, String name) {
        entities.persist(new Section(key, name, all().size()));
    }
}
