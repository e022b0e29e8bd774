package org.galley.web.intake;

import java.io.Serializable;
import org.galley.intake.format.ImportSource;

/** A document as somebody gave it to the import screen, kept until it is imported. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Upload(String name, byte[] bytes) implements Serializable {
    ImportSource source() {
        return new ImportSource(bytes, "", name);
    }
}
