package org.galley.api.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.ProblemType;

/**
 * Writes and reads the {@code after} cursors of one list: the sort values of the last item shown, opaque to clients.
 *
 * <p>A cursor carries a check sum over the list's name and its values, so that one that was cut, edited or taken from another
 * list is refused and does not show a wrong page. It is no secret and grants nothing: whoever forges one gets a page of a
 * list that they may read anyway.
 *
 * @param list a name of the list and its order; cursors of other lists are refused
 * @param values how many values the order has, 1 to 9
 */
public record PageKey(String list, int values) {
    private static final int SUM_BYTES = 6;
    private static final int MAX_CURSOR = 2_000;

    public PageKey {
        if (list.isEmpty() || values < 1 || values > 9) {
            throw new IllegalArgumentException("a list has a name and an order of 1 to 9 values");
        }
    }

    /**
     * The cursor that stands for a place in the list: letters, digits, hyphen and underscore.
     *
     * @param place the sort values of an item, as many as the order has
     */
    public String encode(List<String> place) {
        if (place.size() != values) {
            throw new IllegalArgumentException(list + " is ordered by " + values + " values, not " + place.size());
        }
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        for (String value : place) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0xFFFF) {
                throw new IllegalArgumentException("a sort value of more than 65,535 bytes");
            }
            payload.write(bytes.length >> 8);
            payload.write(bytes.length);
            payload.writeBytes(bytes);
        }
        ByteArrayOutputStream cursor = new ByteArrayOutputStream();
        cursor.writeBytes(sum(payload.toByteArray()));
        cursor.writeBytes(payload.toByteArray());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.toByteArray());
    }

    /**
     * The place for which a cursor stands.
     *
     * @throws ProblemException 400 if this list never gave such a cursor
     */
    public List<String> decode(String cursor) {
        if (cursor.length() > MAX_CURSOR) {
            throw refused();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        if (bytes.length <= SUM_BYTES) {
            throw refused();
        }
        byte[] payload = Arrays.copyOfRange(bytes, SUM_BYTES, bytes.length);
        List<String> place = Arrays.equals(sum(payload), Arrays.copyOf(bytes, SUM_BYTES)) ? split(payload) : List.of();
        // The decoder lets padding and loose last bits pass: one place has one cursor.
        if (place.size() != values || !encode(place).equals(cursor)) {
            throw refused();
        }
        return place;
    }

    private static List<String> split(byte[] payload) {
        List<String> place = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        while (buffer.remaining() >= 2) {
            int length = Short.toUnsignedInt(buffer.getShort());
            if (length > buffer.remaining()) {
                return List.of();
            }
            ByteBuffer value = buffer.slice(buffer.position(), length);
            buffer.position(buffer.position() + length);
            try {
                place.add(StandardCharsets.UTF_8.newDecoder().decode(value).toString());
            } catch (CharacterCodingException e) {
                return List.of();
            }
        }
        return place;
    }

    private byte[] sum(byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((list + "\n" + values + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(payload), SUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static ProblemException refused() {
        return Problem.of(ProblemType.BAD_PAGE)
                .detail("\"after\" is no cursor of this list; take it from \"next\" of the page before, or leave it out"
                        + " to begin at the start.")
                .extension("parameter", "after")
                .exception();
    }
}
