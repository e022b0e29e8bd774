package org.galley.people;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A part of the site, such as World or Sport, with its own desk. */
@Entity
@Cacheable
@Table(name = "section")
@NamedQuery(name = "Section.all", query = "select s from Section s order by s.position, s.key")
class Section {
    @Id
    @Column(name = "section_key")
    private String key;

    private String name;
    private int position;

    protected Section() {}

    Section(String key, String name, int position) {
        this.key = key;
        this.name = name;
        this.position = position;
    }

    SectionName nameAndKey() {
        return new SectionName(key, name);
    }
}
