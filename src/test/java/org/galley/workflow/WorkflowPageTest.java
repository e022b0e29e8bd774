package org.galley.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galley.article.ArticleState;
import org.galley.people.Right;
import org.galley.people.Role;
import org.junit.jupiter.api.Test;

/** The page of states and transitions in the documentation is what the code does, because it is drawn from the code. */
class WorkflowPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "workflow.md");
    private static final Path DRAWN = Path.of("target", "workflow.md");

    @Test
    void the_page_in_the_documentation_is_drawn_from_the_table() throws IOException {
        String page = page();
        Files.createDirectories(DRAWN.getParent());
        Files.writeString(DRAWN, page);
        assertThat(Files.readString(PAGE))
                .as("%s must be what the code says; the right one was drawn at %s", PAGE, DRAWN)
                .isEqualTo(page);
    }

    @Test
    void every_state_can_be_reached_and_left() {
        Set<ArticleState> reached = EnumSet.of(ArticleState.DRAFT);
        Set<ArticleState> left = EnumSet.noneOf(ArticleState.class);
        for (Action action : Action.values()) {
            reached.addAll(action.to());
            if (!action.to().isEmpty()) {
                left.addAll(action.from());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(ArticleState.values());
        assertThat(left).containsExactlyInAnyOrder(ArticleState.values());
    }

    @Test
    void nothing_but_publication_by_a_person_or_by_the_clock_leads_to_published() {
        assertThat(Stream.of(Action.values()).filter(action -> action.to().contains(ArticleState.PUBLISHED)))
                .containsExactly(Action.PUBLISH, Action.CORRECT, Action.UNARCHIVE);
        assertThat(Action.PUBLISH.from()).containsExactly(ArticleState.APPROVED, ArticleState.SCHEDULED);
        assertThat(Action.CORRECT.from()).containsExactly(ArticleState.APPROVED, ArticleState.SCHEDULED);
    }

    private static String page() {
        return """
                # States and transitions

                Drawn from the code (`org.galley.workflow.Action`, `org.galley.article.ArticleState`); a test compares the two. Do not edit:
                run `mvn test -Dtest=WorkflowPageTest` and take the page from `target/workflow.md`.

                ```mermaid
                stateDiagram-v2
                    [*] --> draft
                %s```

                *edit* is any change of the text, and a change of the ad layout that leaves no approval or touches a published story; *clock* is
                the scheduled time; the rest are steps that somebody takes. Whether readers have an edition is a fact of its own: while a story is live, every state
                from draft to scheduled is a working draft beside the live edition.

                | step | from | to | who may | needs | does |
                | --- | --- | --- | --- | --- | --- |
                %s
                An edit voids the approval, and with it the schedule, and the timeline says so. Archived and spiked stories are not edited.
                """
                .formatted(arrows(), rows());
    }

    private static String arrows() {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            for (ArticleState from : action.from()) {
                action.to().forEach(to -> label(labels, from, to, action.key()));
            }
        }
        for (ArticleState from : ArticleState.values()) {
            if (from.afterTextChange() != from) {
                label(labels, from, from.afterTextChange(), "edit");
            }
        }
        label(labels, ArticleState.SCHEDULED, ArticleState.PUBLISHED, "clock");
        return labels.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + " : " + String.join(", ", arrow.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static void label(Map<String, List<String>> labels, ArticleState from, ArticleState to, String label) {
        labels.computeIfAbsent(id(from) + " --> " + id(to), arrow -> new ArrayList<>())
                .add(label);
    }

    /** Mermaid takes a hyphen for the beginning of an arrow. */
    private static String id(ArticleState state) {
        return state.key().replace('-', '_');
    }

    private static String rows() {
        return Arrays.stream(Action.values())
                .map(action -> "| " + String.join(" | ", cells(action)) + " |\n")
                .collect(Collectors.joining());
    }

    private static List<String> cells(Action action) {
        String needs = action.needs().stream().map(Need::words).collect(Collectors.joining("; "));
        return List.of(
                "`" + action.key() + "`",
                keys(action.from()),
                action.to().isEmpty() ? "stays" : keys(action.to()),
                who(action.right()),
                needs.isEmpty() ? "–" : needs,
                action.does());
    }

    private static String keys(Set<ArticleState> states) {
        return states.stream().map(ArticleState::key).collect(Collectors.joining(", "));
    }

    private static String who(Right right) {
        return Stream.of(Role.values())
                .filter(role -> role.grants(right))
                .map(Role::key)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
    }
}
