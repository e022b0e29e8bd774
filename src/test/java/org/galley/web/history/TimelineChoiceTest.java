package org.galley.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.galley.revision.RevisionKind;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** That whatever a timeline shows can be looked for in it. */
class TimelineChoiceTest {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("messages.history", Locale.ENGLISH);
    /** Words of steps that are none: of one that is not known here, and of the revision that a step was about. */
    private static final Set<String> NO_STEPS = Set.of("step.other", "step.revision");

    /** A call that writes a step down. */
    private static final Pattern CALL = Pattern.compile("\\b(?:record|change|new WorkflowStep)\\(([^;]*?)\\);");

    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");

    @Test
    void every_kind_of_revision_and_every_transition_is_offered() {
        assertThat(TimelineChoice.KINDS)
                .doesNotHaveDuplicates()
                .containsAll(Arrays.stream(RevisionKind.values())
                        .map(RevisionKind::key)
                        .toList())
                .containsAll(Arrays.stream(Action.values()).map(Action::key).toList());
    }

    @Test
    void every_step_that_has_words_in_a_timeline_is_offered_in_words() {
        for (String key : WORDS.keySet()) {
            if (key.startsWith("step.") && !NO_STEPS.contains(key)) {
                assertThat(TimelineChoice.KINDS).contains(key.substring("step.".length()));
            }
        }
        assertThat(TimelineChoice.KINDS).allMatch(kind -> WORDS.containsKey("kind.of." + kind));
    }

    @Test
    void every_step_that_some_feature_writes_down_has_words_and_is_offered() throws IOException {
        Set<String> written = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/galley"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                // The API reads steps out of archives; it takes none.
                if (text.contains("new WorkflowStep(") && !text.startsWith("package org.galley.api.")) {
                    written.addAll(keysIn(text));
                }
            }
        }
        assertThat(written).contains("reopened", "held", "wire-proposed", "take", "legal-clear");
        assertThat(TimelineChoice.KINDS).containsAll(written);
        assertThat(written).allMatch(key -> WORDS.containsKey("step." + key));
    }

    private static Set<String> keysIn(String source) {
        Set<String> keys = new TreeSet<>();
        Matcher calls = CALL.matcher(source);
        while (calls.find()) {
            Matcher literals = KEY.matcher(calls.group(1));
            while (literals.find()) {
                keys.add(literals.group(1));
            }
        }
        return keys;
    }
}
