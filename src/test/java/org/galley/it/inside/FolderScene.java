package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of files that Galley fails to take in; a killed server is tried by {@code ImportFolderIT}. */
public interface FolderScene extends Scene {

    private static Path file(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
    }

    private String row(String column, String name) {
        return String.join(
                ",", newsroom().rows("select " + column + " from import_file where name = ? order by id", name));
    }

    @Test
    default void a_file_that_fails_three_times_is_put_away_with_a_report_and_holds_up_no_other() throws IOException {
        System.setProperty("galley.import.user", "editor");
        Path folder = Files.createTempDirectory("folder");
        String poison = Poison.HEADLINE + "\n\nIts text.";
        String name = "a" + UUID.randomUUID() + ".txt";
        file(folder, name, poison);
        file(folder, "b" + name, "A harmless story\n\nWith a text.");
        services().folders.watch(folder);
        services().folders.look();
        services().folders.look();
        assertThat(folder.resolve("done/b" + name)).exists();
        assertThat(row("tries", name)).isEqualTo("1");
        services().folders.look();
        assertThat(row("tries", name)).isEqualTo("2");
        assertThat(folder.resolve(name)).exists();
        services().folders.look();
        assertThat(folder.resolve(name)).doesNotExist();
        assertThat(folder.resolve("failed").resolve(name)).hasContent(poison);
        assertThat(folder.resolve("failed").resolve(name + ".report.json"))
                .content()
                .contains("\"outcome\":\"failed\"", "could not be imported, 3 times");
        assertThat(row("outcome", name)).isEqualTo("failed");

        file(folder, name, poison + " Once more.");
        for (int looks = 0; looks < 4; looks++) {
            services().folders.look();
        }
        assertThat(folder.resolve(name)).doesNotExist();
        assertThat(row("tries", name)).isEqualTo("3,3");
    }
}
