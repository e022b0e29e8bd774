package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.article.SaveOutcome;
import org.galley.people.Role;
import org.galley.revision.RevisionKind;
import org.galley.story.AdLayout;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Services that work together in one transaction, as behind one request of the API that looks, saves text and saves ads. */
public interface OneTransactionScene extends Scene {
    int SAVERS_WHO_LOOK = 8;

    @Test
    default void a_new_article_with_ads_is_one_story_with_two_revisions() {
        String both = withBothRoles("both-create");
        AdLayout layout = Scene.slotsAfter("p2");
        ArticleView article = newsroom().as(both, () -> newsroom().inOneTransaction(() -> {
            SaveOutcome made = services()
                    .articles
                    .create(Scene.story("Text and ads", "One.", "Two."), AdLayout.EMPTY, RevisionKind.SAVE, null);
            return services()
                    .ads
                    .save(made.article().id(), made.article().version(), layout, null)
                    .article();
        }));
        assertThat(view(article.id())).isEqualTo(article);
        assertThat(article.layout()).isEqualTo(layout);
        assertThat(numbers(article.id())).containsExactly(1, 2);
        assertThat(chain(article.id()).intact()).isTrue();
    }

    @Test
    default void text_and_ads_are_saved_together_by_who_may_change_both() {
        String both = withBothRoles("both-save");
        ArticleView article = created("journalist", Scene.story("Saved together", "One.", "Two.", "Three."));
        Story text = Scene.with(article.story(), "p1", "One and a half.");
        AdLayout layout = Scene.slotsAfter("p2");
        newsroom().does(both, () -> newsroom().inOneTransaction(() -> {
            services().articles.view(article.id());
            SaveOutcome saved =
                    services().articles.save(article.id(), new TextChange(article.version(), text, null, null));
            return services().ads.save(article.id(), saved.article().version(), layout, null);
        }));
        assertThat(view(article.id()).story()).isEqualTo(text);
        assertThat(view(article.id()).layout()).isEqualTo(layout);
        assertThat(numbers(article.id())).containsExactly(1, 2, 3);
        assertThat(chain(article.id()).intact()).isTrue();
    }

    @Test
    default void whoever_looked_before_waiting_for_another_save_is_merged_with_it() {
        String[] paragraphs = IntStream.rangeClosed(1, SAVERS_WHO_LOOK)
                .mapToObj(i -> "Paragraph " + i + ".")
                .toArray(String[]::new);
        ArticleView article = created("journalist", Scene.story("Looked first", paragraphs));
        List<Callable<SaveOutcome>> savers = new ArrayList<>();
        for (int i = 1; i <= SAVERS_WHO_LOOK; i++) {
            Story own = Scene.with(article.story(), "p" + i, "Changed by " + i);
            savers.add(newsroom().acting("editor", () -> newsroom().inOneTransaction(() -> {
                services().articles.view(article.id());
                return services().articles.save(article.id(), new TextChange(article.version(), own, null, null));
            })));
        }
        newsroom().together(savers);
        Story end = view(article.id()).story();
        for (int i = 1; i <= SAVERS_WHO_LOOK; i++) {
            assertThat(end.block("p" + i).orElseThrow().text()).isEqualTo("Changed by " + i);
        }
        assertThat(numbers(article.id()))
                .isEqualTo(IntStream.rangeClosed(1, 1 + SAVERS_WHO_LOOK).boxed().toList());
        assertThat(chain(article.id()).intact()).isTrue();
    }

    private String withBothRoles(String username) {
        newsroom().does(Newsroom.NOBODY, () -> services()
                .people
                .add(username, "Both " + username, "pw".toCharArray(), Set.of(Role.EDITOR, Role.AD_MANAGER)));
        return username;
    }
}
