package org.galley.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** One thing that has to be seen to before a section's stories are approved. */
@Entity
@Table(name = "checklist_item")
@NamedQuery(
        name = "ChecklistItem.ofSection",
        query = "select i from ChecklistItem i where i.section = :section order by i.position, i.id")
class ChecklistItem {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "section_key")
    private String section;

    private int position;
    private String text;
    private boolean required;

    protected ChecklistItem() {}

    ChecklistItem(String section) {
        this.section = section;
    }

    void become(int place, String words, boolean isRequired) {
        position = place;
        text = words;
        required = isRequired;
    }

    boolean isOf(String key) {
        return section.equals(key);
    }

    long id() {
        return id;
    }

    String text() {
        return text;
    }

    boolean isRequired() {
        return required;
    }

    SectionChecklist.Item item() {
        return new SectionChecklist.Item(id, text, required);
    }
}
