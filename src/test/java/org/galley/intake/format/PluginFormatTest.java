package org.galley.intake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.galley.spi.InputFormat;
import org.junit.jupiter.api.Test;

class PluginFormatTest {
    /** One story in each line: its number, then its text. */
    private static final class Lines implements InputFormat {
        @Override
        public String name() {
            return "lines";
        }

        @Override
        public Set<String> mediaTypes() {
            return Set.of("application/x-lines");
        }

        @Override
        public boolean recognises(byte[] document) {
            return document[0] == '1';
        }

        @Override
        public List<Item> read(byte[] document) {
            String text = new String(document, StandardCharsets.UTF_8);
            if (text.contains("!")) {
                throw new ArrayIndexOutOfBoundsException(17);
            }
            if (text.contains("~")) {
                throw new StackOverflowError();
            }
            if (text.contains("?")) {
                throw new IllegalArgumentException("Questions are no news.");
            }
            return text.lines()
                    .map(line -> new Item(
                            "urn:line:" + line.charAt(0),
                            "4",
                            Instant.EPOCH,
                            false,
                            null,
                            "Line " + line.charAt(0),
                            "",
                            List.of("Ann"),
                            "",
                            null,
                            List.of("sport"),
                            List.of(),
                            "en",
                            "<p onclick='x()'>" + line + "</p><script>y()</script>",
                            List.of("Look at this.")))
                    .toList();
        }
    }

    private static List<ImportedStory> read(String text) {
        return new PluginFormat(new Lines()).read(new ImportSource(text.getBytes(StandardCharsets.UTF_8), "", ""));
    }

    @Test
    void a_plugins_items_take_the_same_way_as_all_others() {
        List<ImportedStory> stories = read("1 first\n2 second");
        assertThat(stories).hasSize(2);
        ImportedStory first = stories.get(0);
        assertThat(first.name().id()).isEqualTo("urn:line:1");
        assertThat(first.body().get(0).canonical()).isEqualTo("<p>1 first</p>");
        assertThat(first.sections()).containsExactly("sport");
        assertThat(first.warnings()).extracting(ImportNote::message).containsExactly("Look at this.");
        assertThat(first.notes().toString()).contains("<script>");
    }

    @Test
    void what_a_plugin_cannot_read_is_refused_in_its_words() {
        assertThatThrownBy(() -> read("1 why?"))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Questions are no news.");
        assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableException.class);
    }

    @Test
    void a_plugin_that_breaks_on_a_document_is_said_to_have_failed() {
        for (String text : List.of("1 now!", "1 ~")) {
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("The format lines failed to read it; the server’s log says more.");
        }
    }
}
