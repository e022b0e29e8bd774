package org.galley.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A saved view as it is kept: filter, order and columns as the query of an address. */
@Entity
@Table(name = "saved_view")
@NamedQuery(
        name = "StoredView.ofOwner",
        query = "select v from StoredView v where v.owner = :owner order by v.name, v.id")
@NamedQuery(name = "StoredView.named", query = "select v from StoredView v where v.owner = :owner and v.name = :name")
class StoredView {
    private static final String COLUMNS = "&columns=";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    private String owner;
    private String name;
    private String query;

    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredView() {}

    StoredView(String owner, String name, Instant now) {
        this.owner = owner;
        this.name = name;
        this.createdAt = now;
    }

    void shows(DeskFilter filter, List<DeskColumn> columns) {
        query = filter.address() + COLUMNS + DeskColumn.keys(columns);
    }

    boolean isOf(String username) {
        return owner.equals(username);
    }

    SavedView view() {
        int columns = query.lastIndexOf(COLUMNS);
        return new SavedView(
                id,
                owner,
                name,
                DeskFilter.parse(query.substring(0, columns)),
                DeskColumn.parse(query.substring(columns + COLUMNS.length())));
    }
}
