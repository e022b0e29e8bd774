package org.galley.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.internal.page.PageTemplates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site's own templates while the server runs: taken, refused, changed and taken away. */
class SiteTemplatesTest {
    @TempDir
    Path home;

    private final List<String> complaints = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel() == Level.SEVERE) {
                complaints.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private SiteTemplates templates;

    @BeforeEach
    void begin() throws IOException {
        Logger.getLogger(SiteTemplates.class.getName()).addHandler(listener);
        Files.createDirectories(home.resolve("templates"));
        templates = new SiteTemplates(new GalleySettings() {
            @Override
            public Path home() {
                return home;
            }
        });
    }

    @AfterEach
    void end() {
        Logger.getLogger(SiteTemplates.class.getName()).removeHandler(listener);
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(home.resolve("templates").resolve(file), content);
    }

    /** Waits until other templates than these are used. */
    private PageTemplates after(PageTemplates before) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(50))
                .until(templates::current, now -> now != before);
    }

    @Test
    void changed_files_are_used_without_a_restart_until_they_are_taken_away() throws IOException {
        PageTemplates own = templates.current();
        write("site.css", ":root { --accent: #7a1f5c; }");
        PageTemplates changed = after(own);
        write("site.css", ":root { --accent: #102030; }  /* again */");
        PageTemplates again = after(changed);
        Files.delete(home.resolve("templates/site.css"));
        after(again);
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_broken_file_is_complained_of_once_and_the_pages_stay_as_they_were() throws IOException {
        write("footer.mustache", "<footer>{{frame.siteName}}</footer>");
        PageTemplates working = templates.current();
        write("footer.mustache", "<footer>{{frame.sitename}}</footer> ");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> {
            assertThat(templates.current()).isSameAs(working);
            return !complaints.isEmpty();
        });
        assertThat(complaints).hasSize(1);
        assertThat(complaints.get(0)).contains("article.mustache, or a part of it", "frame.sitename", "templates");
        write("footer.mustache", "<footer>Ours: {{frame.siteName}}</footer>");
        after(working);
    }

    @Test
    void with_a_broken_file_at_the_start_galley_s_own_pages_are_used() throws IOException {
        write("article.mustache", "{{>head}}</head><body>");
        PageTemplates used = templates.current();
        assertThat(complaints).hasSize(1);
        assertThat(used).isSameAs(templates.current());
    }
}
