package org.galley.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps the bytes of pictures under keys: a folder today, an object store when there are several nodes.
 *
 * <p>A key is the SHA-256 of what is kept under it, in hexadecimal, so the same key always means the same bytes and may be put
 * twice.
 */
interface MediaStore {
    /**
     * Keeps bytes; afterwards they are there as a whole, or not at all if it failed.
     *
     * @param content read to its end, not closed
     * @param length how many bytes it has
     */
    void put(String key, InputStream content, long length) throws IOException;

    /** What is kept under a key, to be closed by the caller; empty if there is nothing. */
    Optional<InputStream> get(String key) throws IOException;

    /** Forgets what is kept under a key; nothing happens if there is nothing. */
    void delete(String key) throws IOException;
}
