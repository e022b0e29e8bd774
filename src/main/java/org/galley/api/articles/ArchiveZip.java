package org.galley.api.articles;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.galley.api.json.JsonBody;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.ProblemType;
import org.galley.revision.HistoryArchive;

/** The archive of a history as a ZIP file: {@code manifest.json}, and each text once as {@code contents/<its SHA-256>}. */
final class ArchiveZip {
    private static final String MANIFEST = "manifest.json";
    private static final Pattern CONTENT = Pattern.compile("contents/([0-9a-f]{64})");
    /** Bytes of all files together when unpacked. */
    private static final int UNPACKED = 256 * 1024 * 1024;

    private ArchiveZip() {}

    static void write(HistoryArchive archive, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, MANIFEST, ArchiveJson.write(archive, false).toString());
            for (Map.Entry<String, String> content : new TreeMap<>(archive.contents()).entrySet()) {
                put(zip, "contents/" + content.getKey(), content.getValue());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // The same history gives the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** @throws ProblemException 400 or 413, if it is none, or unpacks to too much */
    static HistoryArchive read(byte[] file) throws IOException {
        JsonObject manifest = null;
        Map<String, String> contents = new HashMap<>();
        int left = UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw Problem.of(ProblemType.TOO_LARGE)
                            .detail("The archive unpacks to more than " + UNPACKED / 1024 / 1024 + " MB.")
                            .exception();
                }
                Matcher content = CONTENT.matcher(entry.getName());
                if (content.matches()) {
                    contents.put(content.group(1), new String(bytes, StandardCharsets.UTF_8));
                } else if (entry.getName().equals(MANIFEST)) {
                    manifest = JsonBody.parse(new ByteArrayInputStream(bytes), UNPACKED);
                } else {
                    throw wrong("The archive holds a file that does not belong there.");
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw wrong("The body is no ZIP file that can be read.");
        }
        if (manifest == null) {
            throw wrong("The archive has no " + MANIFEST + ".");
        }
        return ArchiveJson.read(manifest, contents);
    }

    private static ProblemException wrong(String what) {
        return Problem.of(ProblemType.INVALID).detail(what).exception();
    }
}
