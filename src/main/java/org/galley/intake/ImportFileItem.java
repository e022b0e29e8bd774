package org.galley.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;

/** That one story of a file is in, written in the transaction that made its article: there is never one without the other. */
@Entity
@IdClass(ImportFileItem.Key.class)
@Table(name = "import_file_item")
@NamedQuery(
        name = "ImportFileItem.ofFile",
        query = "select i from ImportFileItem i where i.fileId = :file order by i.position")
class ImportFileItem {
    @Id
    @Column(name = "file_id")
    private long fileId;

    @Id
    private int position;

    private String report;

    /** Which story of which file. */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long fileId;
        private int position;

        public Key() {}

        Key(long fileId, int position) {
            this.fileId = fileId;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.fileId == fileId && key.position == position;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(fileId * 31 + position);
        }
    }

    protected ImportFileItem() {}

    ImportFileItem(long file, int position) {
        fileId = file;
        this.position = position;
        report = "";
    }

    void say(String what) {
        report = what;
    }

    int position() {
        return position;
    }

    String report() {
        return report;
    }
}
