package org.galley.api.media;

import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the one file out of a form (RFC 7578) that is in memory already: the server's own reading of forms has no limit of bytes.
 */
final class FormFile {
    /** Bytes that boundaries and part headers may take beside the file. */
    static final int AROUND = 16 * 1024;

    private FormFile() {}

    /** The content of the first part that has a file name; empty if there is none, or the form cannot be read. */
    static Optional<byte[]> of(byte[] form, MediaType type) {
        String boundary = type.getParameters().get("boundary");
        if (boundary == null || boundary.isEmpty()) {
            return Optional.empty();
        }
        byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter has no line end before it.
        int at = find(form, Arrays.copyOfRange(delimiter, 2, delimiter.length), 0);
        at = at < 0 ? at : at + delimiter.length - 2;
        byte[] blank = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        while (at >= 0) {
            int content = find(form, blank, at);
            int end = content < 0 ? -1 : find(form, delimiter, content + 2);
            if (end < 0) {
                return Optional.empty();
            }
            String headers = new String(form, at, content - at, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (headers.contains("filename=") || headers.contains("filename*=")) {
                int start = content + blank.length;
                return Optional.of(start >= end ? new byte[0] : Arrays.copyOfRange(form, start, end));
            }
            at = end + delimiter.length;
        }
        return Optional.empty();
    }

    private static int find(byte[] in, byte[] wanted, int from) {
        for (int at = from; at <= in.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && in[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
