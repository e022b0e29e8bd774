package org.galley.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.galley.intake.format.ZipFileReader.Entry;
import org.junit.jupiter.api.Test;

class ZipFileReaderTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Entry> read(byte[] archive) {
        List<Entry> entries = new ArrayList<>();
        new ZipFileReader(archive, 4 * MEBIBYTE, 6L * MEBIBYTE).forEach(entries::add);
        return entries;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void files_are_read_in_order_and_what_systems_leave_behind_is_not() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("folder/", new byte[0]);
        files.put("folder/один.txt", text("one"));
        files.put("__MACOSX/x", text("no"));
        files.put(".DS_Store", text("no"));
        files.put("empty.txt", new byte[0]);
        List<Entry> entries = read(zip(files));
        assertThat(entries).extracting(Entry::name).containsExactly("folder/один.txt", "empty.txt");
        assertThat(entries.get(0).bytes()).isEqualTo(text("one"));
    }

    @Test
    void names_that_point_out_links_and_archives_inside_are_told_of_and_not_opened() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("../../etc/passwd", text("x"));
        files.put("/etc/passwd", text("x"));
        files.put("a/../../b", text("x"));
        files.put("C:\\x", text("x"));
        files.put("inner.zip", zip(Map.of("x", text("x"))));
        files.put("link", text("/etc/passwd"));
        byte[] archive = zip(files);
        markAsLink(archive, "link");
        assertThat(read(archive)).hasSize(6).allSatisfy(entry -> {
            assertThat(entry.bytes()).isNull();
            assertThat(entry.problem()).isNotBlank();
        });
    }

    /** Sets the kind of a symbolic link in the attributes that Unix keeps in the central directory. */
    private static void markAsLink(byte[] archive, String name) {
        byte[] wanted = text(name);
        for (int i = archive.length - 46 - wanted.length; i >= 0; i--) {
            boolean entry = archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2;
            if (entry && Arrays.equals(Arrays.copyOfRange(archive, i + 46, i + 46 + wanted.length), wanted)) {
                archive[i + 41] = (byte) 0xA1;
                archive[i + 40] = (byte) 0xFF;
                return;
            }
        }
        throw new AssertionError("no entry " + name);
    }

    @Test
    void what_unpacks_to_far_more_is_refused_before_it_fills_the_memory() {
        List<Entry> one = read(zip(Map.of("bomb.txt", new byte[64 * MEBIBYTE])));
        assertThat(one.get(0).bytes()).isNull();
        assertThat(one.get(0).problem()).contains("larger");
        Map<String, byte[]> many = new LinkedHashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            byte[] noise = new byte[2 * MEBIBYTE];
            random.nextBytes(noise);
            many.put(i + ".txt", noise);
        }
        assertThatThrownBy(() -> read(zip(many))).isInstanceOf(UnreadableException.class);
    }

    @Test
    void damaged_archives_are_refused_in_words() {
        byte[] whole = zip(Map.of("a.txt", text("some words of a story"), "b.txt", text("more of it")));
        Random random = new Random(2);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = random.nextBoolean() ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int k = 0; k < 3 && bytes.length > 0; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bytes);
            } catch (UnreadableException e) {
                assertThat(e.code()).isIn("damaged-zip", "too-many-files", "too-large-unpacked");
            }
        }
    }
}
