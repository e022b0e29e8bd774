package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.galley.it.plugin.PlainText;
import org.galley.platform.refusal.RefusedException;
import org.galley.spi.PublicationEvent;
import org.galley.spi.PublicationEvent.Kind;
import org.galley.workflow.Action;
import org.galley.workflow.Step;
import org.junit.jupiter.api.Test;

/** A JAR beside Galley hears of publications, checks stories and writes a format, as the documentation says. */
public interface PluginScene extends WorkflowScene {
    private List<PublicationEvent> heard(long article) {
        return services().newsletter.get().heard().stream()
                .filter(event -> event.article() == article)
                .toList();
    }

    @Test
    default void a_plugin_hears_of_what_was_committed_and_of_nothing_else() throws Exception {
        long article = inState("approved", "journalist");
        RuntimeException failed = catchThrowableOfType(RuntimeException.class, () -> newsroom()
                .does("editor", () -> newsroom().inOneTransaction(() -> {
                    services().workflow.perform(article, Step.of(Action.PUBLISH));
                    throw new IllegalStateException("and then the power fails");
                })));
        assertThat(failed).isNotNull();
        assertThat(heard(article)).isEmpty();
        taken("editor", article, Action.PUBLISH);
        taken("editor", article, Action.WITHDRAW);
        assertThat(heard(article)).extracting(PublicationEvent::kind).containsExactly(Kind.PUBLISHED, Kind.WITHDRAWN);
        PublicationEvent published = heard(article).get(0);
        assertThat(published.item()).contains("\"title\":\"Matrix approved\"");
        assertThat(published.url()).contains("/news/");
        assertThat(heard(article).get(1).id()).isGreaterThan(published.id());
        assertThat(heard(article).get(1).note()).isEqualTo("For the test.");
    }

    @Test
    default void a_check_of_the_house_keeps_a_story_from_being_submitted() {
        long article = created("journalist", Scene.story("You won't believe this", "One."))
                .id();
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> taken("journalist", article, Action.SUBMIT));
        assertThat(refused.code()).isEqualTo("checks");
        assertThat(refused.getMessage()).isEqualTo("Say in the headline what happened.");
        saved("journalist", article, Scene.story("Water found on the hill", "One."));
        taken("journalist", article, Action.SUBMIT);
    }

    @Test
    default void what_a_check_of_the_house_found_stands_among_the_checks_of_the_review() {
        long article = created("journalist", Scene.story("You won't believe this", "One."))
                .id();
        assertThat(newsroom().as("editor", () -> services().reviewChecks.of(view(article))))
                .anySatisfy(check -> {
                    assertThat(check.text()).isEqualTo("Say in the headline what happened.");
                    assertThat(check.look()).isEqualTo("err");
                });
    }

    @Test
    default void a_format_of_a_plugin_is_found_by_its_name() {
        PlainText format = services().plainText.get();
        long article = inState("published", "journalist");
        assertThat(format.name()).isEqualTo("text");
        String written = newsroom()
                .as(
                        "editor",
                        () -> new String(
                                format.write(new org.galley.spi.OutputFormat.PublishedStory(
                                        article,
                                        1,
                                        "https://example.org/",
                                        services().clock.instant(),
                                        services().clock.instant(),
                                        org.galley.article.StoryTexts.of(
                                                view(article).story()),
                                        "{}")),
                                StandardCharsets.UTF_8));
        assertThat(written).isEqualTo("Matrix published\n\nOne.\n\nTwo.\n");
    }
}
