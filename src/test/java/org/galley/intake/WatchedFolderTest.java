package org.galley.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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
        Delivery delivery = watched.read(link, 100).orElseThrow();
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
            Delivery delivery =
                    watched.read(file("a.txt", "text " + i, OLD), 100).orElseThrow();
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
        String first =
                watched.read(file("a.txt", "one", OLD), 100).orElseThrow().key();
        assertThat(watched.read(file("a.txt", "one", OLD), 100).orElseThrow().key())
                .isEqualTo(first);
        assertThat(watched.read(file("a.txt", "two", OLD), 100).orElseThrow().key())
                .isNotEqualTo(first);
        assertThat(watched.read(file("a.txt", "one", NOW), 100).orElseThrow().key())
                .isNotEqualTo(first);
        assertThat(watched.read(file("a.txt", "12345", OLD), 3).orElseThrow().bytes())
                .hasSize(4);
    }
}
