package org.galley.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.galley.story.ContentHash;

/**
 * The folder itself: which files in it are whole, their bytes, and where they go. Links are never followed, in the folder or out of it.
 *
 * <p>A file counts as whole when neither its size nor its time changed between two looks, and its time is a while ago; whoever
 * writes slowly gives it a name that ends in {@code .part} or {@code .tmp}, or begins with a dot, and renames it when it is done.
 */
final class WatchedFolder {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int AT_ONCE = 200;
    /** In bytes; most file systems take 255. */
    private static final int LONGEST_NAME = 190;
    /** In characters, of up to four bytes each. */
    private static final int KEPT_OF_NAME = 40;

    private final Path folder;
    private Map<Path, Seen> before = Map.of();

    /** How a file was when it was looked at. */
    record Seen(long size, FileTime time, boolean link) {}

    /** A file that is whole; {@code bytes} has at most one byte more than is taken, and is null for a link and before it was read. */
    record Delivery(Path path, Seen seen, byte[] bytes) {
        String name() {
            return path.getFileName().toString();
        }

        /** Names this delivery: the same name, time and bytes are the same file. */
        String key() {
            String facts = name() + "\n" + seen.time().toInstant() + "\n" + seen.size() + "\n"
                    + (bytes == null ? "unread" : ContentHash.of(bytes).hex());
            return ContentHash.of(facts).hex();
        }
    }

    WatchedFolder(Path folder) throws IOException {
        this.folder = folder;
        for (String name : List.of("done", "failed")) {
            Path target = folder.resolve(name);
            if (Files.isSymbolicLink(target)) {
                throw new IOException("the folder \"" + name + "\" of the import folder is a link");
            }
            Files.createDirectories(target);
        }
    }

    /** The files that did not change since the last look, in the order of their names. */
    List<Path> whole(Instant now) throws IOException {
        Map<Path, Seen> seen = new HashMap<>();
        List<Path> whole = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, path -> isMeant(path))) {
            for (Path path : all) {
                look(path).ifPresent(one -> {
                    seen.put(path, one);
                    Instant time = one.time().toInstant();
                    // A time ahead of the clock says nothing of when it was written.
                    boolean quiet = !time.plus(QUIET).isAfter(now) || time.isAfter(now);
                    if (quiet && one.equals(before.get(path))) {
                        whole.add(path);
                    }
                });
            }
        }
        before = seen;
        whole.sort(Comparator.naturalOrder());
        return whole.size() > AT_ONCE ? whole.subList(0, AT_ONCE) : whole;
    }

    private static boolean isMeant(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean unfinished = name.startsWith(".")
                || name.endsWith(".part")
                || name.endsWith(".tmp")
                || name.endsWith(".filepart")
                || name.endsWith("~");
        return !unfinished && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Seen> look(Path path) throws IOException {
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Seen(facts.size(), facts.lastModifiedTime(), !facts.isRegularFile()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The file as it is now, not read yet; empty if it is gone. */
    Optional<Delivery> find(Path path) throws IOException {
        return look(path).map(seen -> new Delivery(path, seen, null));
    }

    /** The file with its bytes, of which a link has none; empty if it is gone. */
    Optional<Delivery> read(Delivery found, int most) throws IOException {
        if (found.seen().link()) {
            return Optional.of(found);
        }
        try (InputStream in = Files.newInputStream(found.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new Delivery(found.path(), found.seen(), in.readNBytes(most + 1)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether the file is still there as it was read. */
    boolean isThere(Delivery delivery) throws IOException {
        return look(delivery.path()).filter(delivery.seen()::equals).isPresent();
    }

    /**
     * Puts the file with its report into {@code done} or {@code failed}; a file that is gone was put there by another node.
     *
     * <p>The report is there first: a server that is killed between the two finds file and report again, and no file is ever put away
     * without one.
     *
     * @param number makes a name that is taken, or too long for a report beside it, another one
     */
    void put(Delivery delivery, String outcome, String report, long number) throws IOException {
        if (!Files.exists(delivery.path(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        Path to = Files.createDirectories(folder.resolve(outcome));
        String name = fitting(delivery.name(), number);
        Path target = to.resolve(name);
        if (isTaken(target, bytes)) {
            target = to.resolve(number + "-" + System.nanoTime() + "-" + name);
        }
        Path beside = beside(target);
        Path part = to.resolve("." + UUID.randomUUID() + ".part");
        Files.write(part, bytes);
        Files.move(part, beside, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(delivery.path(), target);
        } catch (NoSuchFileException e) {
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(beside);
            }
        }
    }

    private static Path beside(Path target) {
        return target.resolveSibling(target.getFileName() + ".report.json");
    }

    /** Whether there is such a file, or a report that is not this one: this one was written before the server was killed. */
    private static boolean isTaken(Path target, byte[] report) throws IOException {
        Path beside = beside(target);
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.exists(beside, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return !Files.isRegularFile(beside, LinkOption.NOFOLLOW_LINKS)
                || !Arrays.equals(Files.readAllBytes(beside), report);
    }

    /** The name, or its end if a number and the report's ending would make more of it than file systems take. */
    private static String fitting(String name, long number) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                ? name
                : number + "-" + name.substring(name.offsetByCodePoints(name.length(), -KEPT_OF_NAME));
    }
}
