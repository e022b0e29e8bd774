package org.galley.media.internal.image;

import java.nio.charset.StandardCharsets;
import org.galley.media.ImageRefusedException;
import org.galley.media.ImageRefusedException.Reason;

/** A file's bytes, read at positions; whoever reads behind their end learns that the file is cut off. */
final class Bytes {
    private final byte[] all;

    Bytes(byte[] all) {
        this.all = all;
    }

    int size() {
        return all.length;
    }

    byte[] array() {
        return all;
    }

    /** @throws ImageRefusedException truncated, if the file ends before */
    int u8(int at) {
        if (at < 0 || at >= all.length) {
            throw truncated();
        }
        return all[at] & 0xff;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16Little(int at) {
        return u8(at + 1) << 8 | u8(at);
    }

    int u24Little(int at) {
        return u8(at + 2) << 16 | u16Little(at);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    long u32Little(int at) {
        return (long) u16Little(at + 2) << 16 | u16Little(at);
    }

    /** Whether these characters, one byte each, stand at a position. */
    boolean has(int at, String characters) {
        if (at < 0 || at + characters.length() > all.length) {
            return false;
        }
        for (int i = 0; i < characters.length(); i++) {
            if ((all[at + i] & 0xff) != characters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where these characters stand next; letters match in both cases.
     *
     * @param characters small letters and other ASCII
     * @return -1 if nowhere
     */
    int find(String characters, int from) {
        byte[] wanted = characters.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = Math.max(0, from); at <= all.length - wanted.length; at++) {
            int same = 0;
            while (same < wanted.length && lower(all[at + same]) == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    static ImageRefusedException truncated() {
        return new ImageRefusedException(
                Reason.TRUNCATED, "The file ends in the middle of the picture. Copy it again from where it came.");
    }

    static ImageRefusedException broken(String what) {
        return new ImageRefusedException(
                Reason.BROKEN,
                "The file begins as a picture but cannot be read: " + what + ". Save it anew and try again.");
    }
}
