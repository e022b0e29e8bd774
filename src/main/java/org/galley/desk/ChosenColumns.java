package org.galley.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;

/** The columns that somebody wants to see on the desk. */
@Entity
@Table(name = "desk_columns")
class ChosenColumns {
    @Id
    private String username;

    private String columns;

    protected ChosenColumns() {}

    ChosenColumns(String username) {
        this.username = username;
    }

    List<DeskColumn> columns() {
        return DeskColumn.parse(columns);
    }

    void choose(List<DeskColumn> chosen) {
        columns = DeskColumn.keys(chosen);
    }
}
