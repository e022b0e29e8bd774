package org.galley.media;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Says why a file is not taken as a picture, in words for the person who gave it. Nothing of the file has been kept. */
@ApplicationException(rollback = true)
public class ImageRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What is wrong with the file. */
    public enum Reason {
        /** It has no bytes at all. */
        EMPTY("empty-file"),
        /** It has more bytes than the installation takes. */
        TOO_MANY_BYTES("too-many-bytes"),
        /** It is none of the four kinds of picture that are taken, whatever its name says. */
        UNKNOWN_KIND("unknown-kind"),
        /** It would be too large in memory. */
        TOO_MANY_PIXELS("too-many-pixels"),
        /** It ends in the middle. */
        TRUNCATED("truncated"),
        /** It is a picture and something else at once. */
        MIXED("mixed"),
        /** It begins as a picture but cannot be decoded. */
        BROKEN("broken");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The stable word for programs. */
        public String key() {
            return key;
        }
    }

    private final Reason reason;

    public ImageRefusedException(Reason reason, String message) {
        // Without a stack trace: it is an answer and no fault.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
