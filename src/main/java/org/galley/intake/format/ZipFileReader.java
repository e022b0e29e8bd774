package org.galley.intake.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Goes through the files of a ZIP archive in memory, by its central directory; nothing is ever written to a disk, so no name in it can
 * point anywhere. Links, encrypted files and archives inside are told of and not opened; what grows too large is refused.
 */
public final class ZipFileReader {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_TIMES = 200;
    private static final int LINK = 0xA000;
    private static final int KIND = 0xF000;

    private final ByteBuffer zip;
    private final int mostBytes;
    private final long mostBytesTogether;
    private long together;

    /** A file that was read, or the reason why not; {@code bytes} is null then. */
    public record Entry(String name, byte[] bytes, String problem) {}

    /**
     * @param mostBytes of one file when it is unpacked
     * @param mostBytesTogether of all of them
     */
    public ZipFileReader(byte[] archive, int mostBytes, long mostBytesTogether) {
        zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        this.mostBytes = mostBytes;
        this.mostBytesTogether = mostBytesTogether;
    }

    /** Whether bytes begin as an archive does. */
    public static boolean isZip(byte[] bytes) {
        return bytes.length >= 4
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && (bytes[2] == 3 && bytes[3] == 4 || bytes[2] == 5 && bytes[3] == 6);
    }

    /**
     * Hands out the files in the order of the archive, one at a time.
     *
     * @throws UnreadableException if the archive is damaged, or too large when unpacked
     */
    public void forEach(Consumer<Entry> taker) {
        try {
            for (int at : entries()) {
                Entry entry = entry(at);
                if (entry != null) {
                    taker.accept(entry);
                }
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException e) {
            throw damaged();
        }
    }

    private static UnreadableException damaged() {
        return new UnreadableException(
                "damaged-zip", "This ZIP archive is damaged, or it was cut off on the way. Pack it anew.");
    }

    private List<Integer> entries() {
        int end = zip.capacity() - END_SIZE;
        int lowest = Math.max(0, end - 0xFFFF);
        while (end >= lowest && zip.getInt(end) != END) {
            end--;
        }
        if (end < lowest || end < 0) {
            throw damaged();
        }
        int count = zip.getShort(end + 10) & 0xFFFF;
        int at = zip.getInt(end + 16);
        if (count > MOST_ENTRIES) {
            throw new UnreadableException(
                    "too-many-files", "The archive has more than " + MOST_ENTRIES + " files. Pack it into several.");
        }
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (zip.getInt(at) != ENTRY) {
                throw damaged();
            }
            found.add(at);
            at += ENTRY_SIZE + length(at + 28) + length(at + 30) + length(at + 32);
        }
        return found;
    }

    private int length(int at) {
        return zip.getShort(at) & 0xFFFF;
    }

    /** The file, or null if it is a folder or what a system left behind. */
    private Entry entry(int at) {
        byte[] nameBytes = new byte[length(at + 28)];
        zip.get(at + ENTRY_SIZE, nameBytes);
        String name = new String(nameBytes, StandardCharsets.UTF_8);
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.endsWith("/") || name.startsWith("__MACOSX/") || last.startsWith(".")) {
            return null;
        }
        int flags = length(at + 8);
        int mode = (zip.getInt(at + 38) >>> 16) & KIND;
        if (mode == LINK) {
            return new Entry(name, null, "It is a link, which is not followed.");
        }
        boolean strays = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.matches("(?s).*(^|/)\\.\\.(/|$).*|^[A-Za-z]:.*");
        if (strays) {
            return new Entry(name, null, "Its name points out of the archive.");
        }
        if ((flags & 1) != 0) {
            return new Entry(name, null, "It is encrypted.");
        }
        if (last.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return new Entry(name, null, "It is an archive itself. Import it by itself.");
        }
        return unpacked(at, name);
    }

    private Entry unpacked(int at, String name) {
        int method = length(at + 10);
        int packed = zip.getInt(at + 20);
        int local = zip.getInt(at + 42);
        if (packed < 0 || zip.getInt(local) != LOCAL) {
            throw damaged();
        }
        int start = local + LOCAL_SIZE + length(local + 26) + length(local + 28);
        if (method == 0) {
            if (packed > mostBytes) {
                return new Entry(name, null, tooLarge());
            }
            byte[] bytes = new byte[packed];
            zip.get(start, bytes);
            return counted(at, name, bytes);
        }
        if (method != 8) {
            return new Entry(name, null, "It is packed in a way that Galley does not know.");
        }
        byte[] bytes = inflate(start, packed);
        return bytes == null ? new Entry(name, null, tooLarge()) : counted(at, name, bytes);
    }

    private String tooLarge() {
        return "Unpacked it is larger than " + mostBytes / (1024 * 1024) + " MiB.";
    }

    private Entry counted(int at, String name, byte[] bytes) {
        together += bytes.length;
        if (together > mostBytesTogether) {
            throw new UnreadableException(
                    "too-large-unpacked",
                    "Unpacked, the archive is larger than Galley takes at a time. Pack it into several.");
        }
        CRC32 sum = new CRC32();
        sum.update(bytes);
        if ((int) sum.getValue() != zip.getInt(at + 16)) {
            return new Entry(name, null, "It is damaged.");
        }
        return new Entry(name, bytes, null);
    }

    /** @return null if it is too large */
    private byte[] inflate(int start, int packed) {
        Inflater inflater = new Inflater(true);
        try {
            if (start + packed > zip.capacity()) {
                throw damaged();
            }
            inflater.setInput(zip.array(), start, packed);
            // A text shrinks to a tenth, a bomb to a thousandth.
            int most = (int) Math.min(mostBytes, Math.max(1_000_000L, (long) packed * MOST_TIMES));
            byte[] out = new byte[Math.min(most, Math.max(1024, packed * 4))];
            int length = 0;
            while (!inflater.finished()) {
                if (length == out.length) {
                    if (length >= most) {
                        return null;
                    }
                    out = java.util.Arrays.copyOf(out, (int) Math.min(most, (long) length * 2));
                }
                int read = inflater.inflate(out, length, out.length - length);
                if (read == 0 && !inflater.finished() && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw damaged();
                }
                length += read;
            }
            return java.util.Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }
}
