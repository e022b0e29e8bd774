package org.galley.web.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The import map is written by hand; these tests keep it in step with the files, the WebJars and the messages. */
class StoryEditorTest {
    private static final Path SOURCES = Path.of("webapp/resources/galley/editor");
    private static final Pattern IMPORT = Pattern.compile("from \"([^\"]+)\"|import\\(\"([^\"]+)\"\\)");
    private static final Pattern MESSAGE = Pattern.compile("messages(?:\\.([a-z]+)|\\[\"([a-z.]+)\"])");

    @Test
    void every_module_of_the_surface_is_in_the_import_map() throws IOException {
        assertThat(StoryEditor.OWN)
                .containsExactlyInAnyOrderElementsOf(modules().stream()
                        .map(path -> path.getFileName().toString().replace(".js", ""))
                        .toList());
    }

    @Test
    void every_imported_name_is_in_the_import_map() throws IOException {
        Set<String> mapped = StoryEditor.OWN.stream()
                .map(name -> "galley/" + name + ".js")
                .collect(Collectors.toCollection(TreeSet::new));
        mapped.addAll(StoryEditor.MODULES.keySet());
        for (Path module : modules()) {
            assertThat(mapped).as("imports of %s", module).containsAll(found(IMPORT, module));
        }
    }

    @Test
    void every_pinned_module_is_where_its_webjar_keeps_it() {
        StoryEditor.MODULES.values().forEach(path -> assertThat(
                        getClass().getResource("/META-INF/resources/webjars/" + path))
                .as(path)
                .isNotNull());
    }

    @Test
    void every_label_has_its_words() throws IOException {
        Set<String> keys = ResourceBundle.getBundle("messages.editor").keySet();
        for (Path module : modules()) {
            assertThat(keys).as("messages of %s", module).containsAll(found(MESSAGE, module));
        }
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".js")).toList();
        }
    }

    private static Set<String> found(Pattern pattern, Path module) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(Files.readString(module));
        while (matcher.find()) {
            found.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return found;
    }
}
