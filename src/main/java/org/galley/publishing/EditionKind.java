package org.galley.publishing;

import java.util.Locale;

/** Why readers were given another edition. */
public enum EditionKind {
    /** The first one. */
    PUBLISH,
    /** A change that readers are not told of. */
    SILENT_FIX,
    /** A change with a new modified time. */
    UPDATE,
    /** A change with a note to readers. */
    CORRECT,
    /** The article is gone; a note says so. */
    WITHDRAW;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
