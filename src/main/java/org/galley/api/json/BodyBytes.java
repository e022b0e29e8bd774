package org.galley.api.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads a request's body up to a limit. */
public final class BodyBytes {
    /**
     * How much of a body that is too long is read and thrown away. A client hears the answer only once it has sent all: over
     * HTTP/2 the server otherwise waits for half a minute and hangs up.
     */
    static final int DRAINED = 64 * 1024 * 1024;

    private static final int PIECE = 64 * 1024;

    private BodyBytes() {}

    /**
     * Reads a body to its end; does not close it.
     *
     * @param max the longest body that is taken, in bytes
     * @return the body, or empty if it is longer
     * @throws IOException if the connection failed
     */
    public static Optional<byte[]> atMost(InputStream body, int max) throws IOException {
        byte[] bytes = body.readNBytes(max);
        if (bytes.length < max || body.read() < 0) {
            return Optional.of(bytes);
        }
        byte[] piece = new byte[PIECE];
        long left = DRAINED;
        for (int read = body.read(piece); read >= 0 && left > 0; read = body.read(piece)) {
            left -= read;
        }
        return Optional.empty();
    }
}
