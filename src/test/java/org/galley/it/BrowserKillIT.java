package org.galley.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A server that is killed while somebody types costs no word. */
class BrowserKillIT {
    @Test
    void whoever_types_while_the_server_dies_loses_nothing() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "killed-typing-");
        List<String> settings = List.of();
        try (Playwright playwright = Chromium.playwright();
                Browser browser = Chromium.launch(playwright)) {
            WritePage write;
            int id;
            int port;
            try (ServerProcess server = ServerProcess.start(folder, settings)) {
                port = server.base().getPort();
                write = WritePage.signIn(browser, server.base(), "journalist");
                id = write.open(LiveDesk.THREE);
                write.click(write.block(1));
                write.keys("End");
                write.type(" Kept.");
                assertThat(write.state()).hasText(LiveDesk.SAVED_AT);
                write.type(" Typed while");
                server.kill();
            }
            write.type(" the server died.");
            assertThat(write.state()).hasText(LiveDesk.OFFLINE);
            write.keys("Enter");
            write.type("A paragraph that no server knows.");
            try (ServerProcess again = ServerProcess.start(folder, settings, port)) {
                // Sessions died with the server.
                assertThat(write.page.locator("#again-password")).isFocused();
                write.type("demo");
                write.keys("Enter");
                assertThat(write.state()).hasText(LiveDesk.SAVED_AT);
                write.save();
                assertThat(write.state()).hasText(Pattern.compile("Saved as revision 2"));
                JsonObject story = write.api("articles/" + id);
                assertThat(story.getJsonArray("body").getJsonObject(1).getString("html"))
                        .isEqualTo("The rain fell on the hills. Kept. Typed while the server died.");
                assertThat(story.getJsonArray("body").getJsonObject(2).getString("html"))
                        .isEqualTo("A paragraph that no server knows.");
                assertThat(write.errors()).isEmpty();
            }
        }
    }
}
