package org.galley.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.galley.intake.WatchedFolder.Delivery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedFolderTest {
    private static final Instant NOW = Instant.parse("2025-04-15T09:40:00Z");
    private static final Instant OLD = NOW.minusSeconds(60);

    @TempDir
    private Path folder;

    private Path file(String name, String text, Instant time) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(time));
        return file;
    }

    private static Delivery read(WatchedFolder watched, Path file, int most) throws IOException {
        return watched.read(watched.find(file).orElseThrow(), most).orElseThrow();
    }

    @Test
    void a_file_is_whole_when_it_did_not_change_between_two_looks() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        Path a = file("a.txt", "a", OLD);
        file("growing.txt", "x", OLD);
        file("new.txt", "x", NOW);
        file("b.xml.part", "x", OLD);
        file(".hidden", "x", OLD);
        assertThat(watched.whole(NOW)).isEmpty();
        file("growing.txt", "xx", OLD);
        assertThat(watched.whole(NOW)).containsExactly(a);
        assertThat(watched.whole(NOW)).containsExactly(a, folder.resolve("growing.txt"));
    }

    @Test
    void links_are_not_read_and_folders_that_are_links_not_used() throws IOException {
        Path outside = Files.createTempDirectory("outside");
        Path secret = Files.writeString(outside.resolve("secret.txt"), "secret");
        WatchedFolder watched = new WatchedFolder(folder);
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), secret);
        Delivery delivery = read(watched, link, 100);
        assertThat(delivery.bytes()).isNull();
        watched.put(delivery, "failed", "{}", 1);
        assertThat(folder.resolve("failed/link.txt")).isSymbolicLink();
        assertThat(secret).hasContent("secret");
        Path other = Files.createTempDirectory("other");
        Files.createSymbolicLink(other.resolve("done"), outside);
        assertThatThrownBy(() -> new WatchedFolder(other)).isInstanceOf(IOException.class);
    }

    @Test
    void a_file_that_is_put_away_keeps_what_is_there_of_that_name() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        for (int i = 1; i <= 3; i++) {
            Delivery delivery = read(watched, file("a.txt", "text " + i, OLD), 100);
            watched.put(delivery, "done", "{\"n\":" + i + "}", i);
            assertThat(watched.isThere(delivery)).isFalse();
            watched.put(delivery, "done", "{}", i);
        }
        try (var files = Files.list(folder.resolve("done"))) {
            assertThat(files).hasSize(6);
        }
        assertThat(folder.resolve("done/a.txt")).hasContent("text 1");
    }

    @Test
    void another_delivery_of_the_same_name_is_another_one() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        String first = read(watched, file("a.txt", "one", OLD), 100).key();
        assertThat(read(watched, file("a.txt", "one", OLD), 100).key()).isEqualTo(first);
        assertThat(read(watched, file("a.txt", "two", OLD), 100).key()).isNotEqualTo(first);
        assertThat(read(watched, file("a.txt", "one", NOW), 100).key()).isNotEqualTo(first);
        assertThat(read(watched, file("a.txt", "12345", OLD), 3).bytes()).hasSize(4);
    }

    @Test
    void the_report_is_there_before_the_file_is() throws Exception {
        WatchedFolder watched = new WatchedFolder(folder);
        Path done = folder.resolve("done");
        try (WatchService watch = done.getFileSystem().newWatchService()) {
            done.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            watched.put(read(watched, file("a.txt", "text", OLD), 100), "done", "{}", 1);
            List<String> appeared = new ArrayList<>();
            while (!appeared.contains("a.txt")) {
                WatchKey key = watch.take();
                key.pollEvents().forEach(event -> appeared.add(event.context().toString()));
                key.reset();
            }
            assertThat(appeared).contains("a.txt.report.json").endsWith("a.txt");
        }
        assertThat(done.resolve("a.txt.report.json")).hasContent("{}");
    }

    @Test
    void a_report_of_a_server_that_was_killed_before_it_moved_the_file_is_used_again() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        Delivery delivery = read(watched, file("a.txt", "text", OLD), 100);
        Files.writeString(folder.resolve("done/a.txt.report.json"), "{\"n\":1}");
        watched.put(delivery, "done", "{\"n\":1}", 1);
        assertThat(folder.resolve("done/a.txt")).hasContent("text");
        try (var files = Files.list(folder.resolve("done"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_report_that_is_left_of_an_earlier_file_is_kept() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        Files.writeString(folder.resolve("done/a.txt.report.json"), "{\"n\":1}");
        watched.put(read(watched, file("a.txt", "text", OLD), 100), "done", "{\"n\":2}", 2);
        assertThat(folder.resolve("done/a.txt.report.json")).hasContent("{\"n\":1}");
        try (var files = Files.list(folder.resolve("done"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void a_name_that_leaves_no_room_for_that_of_its_report_is_shortened() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        for (String name : List.of("x".repeat(251) + ".txt", "Ж".repeat(125) + ".txt", "🐟".repeat(62) + ".txt")) {
            for (int i = 1; i <= 2; i++) {
                Delivery delivery = read(watched, file(name, name + i, OLD), 10);
                watched.put(delivery, "failed", "{\"n\":" + i + "}", i);
                assertThat(watched.isThere(delivery)).isFalse();
            }
        }
        try (var files = Files.list(folder.resolve("failed"))) {
            assertThat(files).hasSize(12).allMatch(path -> path.toString().contains(".txt"));
        }
    }

    @Test
    void a_folder_that_somebody_removed_is_made_again() throws IOException {
        WatchedFolder watched = new WatchedFolder(folder);
        Files.delete(folder.resolve("done"));
        watched.put(read(watched, file("a.txt", "text", OLD), 100), "done", "{}", 1);
        assertThat(folder.resolve("done/a.txt")).exists();
    }
}
