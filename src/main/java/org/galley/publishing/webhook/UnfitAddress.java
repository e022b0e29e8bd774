package org.galley.publishing.webhook;

import java.io.Serial;

/** An address that Galley does not send to, and why, in words for the administrator. */
final class UnfitAddress extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    UnfitAddress(String message) {
        super(message);
    }
}
