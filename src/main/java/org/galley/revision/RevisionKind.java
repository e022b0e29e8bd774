package org.galley.revision;

import java.util.Locale;

/** Why a revision was made. */
public enum RevisionKind {
    SAVE,
    SUBMIT,
    APPROVE,
    PUBLISH,
    RESTORE,
    MERGE,
    IMPORT,
    ADS,
    SESSION;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RevisionKind ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
