package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.galley.article.ArticleView;
import org.galley.article.Articles.TextChange;
import org.galley.article.EditConflictException;
import org.galley.article.KeptChange;
import org.galley.article.SaveOutcome;
import org.galley.article.SlotWishes;
import org.galley.diff.Conflict;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.RevisionSummary;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Creating, saving, autosaving and settling, alone and with others at the same time. */
public interface SavingScene extends Scene {
    int SAVERS = 16;
    int SAVES_EACH = 5;

    @Test
    default void a_new_article_is_a_draft_with_its_first_revision() {
        Story story = Scene.story("Ferries stay in port", "First.", "Second.");
        ArticleView article = created("journalist", story);
        assertThat(article.state().key()).isEqualTo("draft");
        assertThat(article.createdBy()).isEqualTo("journalist");
        assertThat(article.lastRevision()).isEqualTo(1);
        assertThat(article.unsaved()).isFalse();
        assertThat(article.story().body()).isEqualTo(story.body());
        assertThat(article.story().header().section()).isEqualTo("world");
        assertThat(article.story().header().slug()).startsWith("ferries-stay-in-port");
    }

    @Test
    default void a_save_makes_a_revision_and_an_autosave_makes_none() {
        ArticleView article = created("journalist", Scene.story("Harbour closed", "One.", "Two."));
        SaveOutcome saved = saved("journalist", article.id(), Scene.with(article.story(), "p1", "One, revised."));
        assertThat(saved.revision().number()).isEqualTo(2);
        assertThat(saved.revision().kind()).isEqualTo(RevisionKind.SAVE);

        Story typed = Scene.with(saved.article().story(), "p2", "Two, typed.");
        SaveOutcome kept = autosaved("journalist", article.id(), saved.article().version(), typed);
        assertThat(kept.revision()).isNull();
        assertThat(view(article.id()).story()).isEqualTo(typed);
        assertThat(view(article.id()).unsaved()).isTrue();
        assertThat(numbers(article.id())).containsExactly(1, 2);

        SaveOutcome then = saved("journalist", article.id(), typed);
        assertThat(then.revision().number()).isEqualTo(3);
        assertThat(view(article.id()).unsaved()).isFalse();
    }

    @Test
    default void a_save_that_changes_nothing_makes_no_revision() {
        ArticleView article = created("journalist", Scene.story("Nothing new", "One."));
        SaveOutcome saved = saved("journalist", article.id(), article.story());
        assertThat(saved.revision()).isNull();
        assertThat(saved.article().version()).isEqualTo(article.version());
        assertThat(numbers(article.id())).containsExactly(1);
    }

    @Test
    default void a_save_on_an_older_base_is_merged_with_what_others_saved() {
        ArticleView article = created("journalist", Scene.story("Two writers", "The wind rose.", "The rain fell."));
        saved("journalist", article.id(), Scene.with(article.story(), "p1", "The wind rose at noon."));
        SaveOutcome merged = saved(
                "editor", article.id(), article.version(), Scene.with(article.story(), "p2", "The rain fell on."));
        assertThat(merged.merged()).isTrue();
        assertThat(merged.revision().kind()).isEqualTo(RevisionKind.MERGE);
        assertThat(merged.article().story().text()).isEqualTo("The wind rose at noon.\n\nThe rain fell on.");
    }

    @Test
    default void a_save_that_collides_reports_both_texts_and_stores_nothing() {
        ArticleView article = created("journalist", Scene.story("A collision", "The fund has 4 million.", "Two."));
        Story five = Scene.with(article.story(), "p1", "The fund has 5 million.");
        Story six = Scene.with(article.story(), "p1", "The fund has 6 million.");
        saved("journalist", article.id(), article.version(), five);
        EditConflictException conflict = catchThrowableOfType(
                EditConflictException.class, () -> saved("editor", article.id(), article.version(), six));
        assertThat(conflict.code()).isEqualTo("edit-conflict");
        assertThat(conflict.merge().conflicts()).hasSize(1);
        Conflict place = conflict.merge().conflicts().get(0);
        assertThat(place.blockId()).isEqualTo("p1");
        assertThat(place.base().text()).isEqualTo("The fund has 4 million.");
        assertThat(place.current().text()).isEqualTo("The fund has 5 million.");
        assertThat(place.incoming().text()).isEqualTo("The fund has 6 million.");
        assertThat(view(article.id()).story().body()).isEqualTo(five.body());
        assertThat(numbers(article.id())).containsExactly(1, 2);
    }

    @Test
    default void an_autosave_follows_the_same_rules_as_a_save() {
        ArticleView article = created("journalist", Scene.story("Typing", "The wind rose.", "The rain fell."));
        autosaved("journalist", article.id(), 1, Scene.with(article.story(), "p1", "The wind rose fast."));
        SaveOutcome merged =
                autosaved("editor", article.id(), 1, Scene.with(article.story(), "p2", "The rain fell fast."));
        assertThat(merged.merged()).isTrue();
        assertThat(merged.article().story().text()).isEqualTo("The wind rose fast.\n\nThe rain fell fast.");
        EditConflictException conflict = catchThrowableOfType(
                EditConflictException.class,
                () -> autosaved("editor", article.id(), 1, Scene.with(article.story(), "p1", "The wind rose slowly.")));
        assertThat(conflict.merge().conflicts()).hasSize(1);
        assertThat(numbers(article.id())).containsExactly(1);
    }

    @Test
    default void an_autosave_that_collides_in_one_place_keeps_all_others() {
        ArticleView article = created("journalist", Scene.story("To keep", "It cost 4 million.", "Two.", "Three."));
        saved("journalist", article.id(), Scene.with(article.story(), "p1", "It cost 5 million."));
        Story six = Scene.with(Scene.with(article.story(), "p1", "It cost 6 million."), "p2", "Two and more.");
        KeptChange kept = newsroom().as("editor", () -> services()
                .articles
                .keep(article.id(), new TextChange(article.version(), six, null, null), SlotWishes.NONE));
        assertThat(kept.article().story().text()).isEqualTo("It cost 5 million.\n\nTwo and more.\n\nThree.");
        assertThat(kept.collisions()).hasSize(1);
        assertThat(kept.collisions().get(0).incoming().text()).isEqualTo("It cost 6 million.");
        assertThat(kept.collisions().get(0).current().text()).isEqualTo("It cost 5 million.");
        assertThat(numbers(article.id())).containsExactly(1, 2);
    }

    @Test
    default void an_editing_session_that_ends_leaves_one_revision_by_its_last_writer() {
        ArticleView article = created("journalist", Scene.story("Left alone", "One."));
        autosaved("journalist", article.id(), 1, Scene.with(article.story(), "p1", "One and two."));
        autosaved("editor", article.id(), 2, Scene.with(article.story(), "p1", "One and two and three."));
        assertThat(services().copies.left(Duration.ofHours(1))).doesNotContain(article.id());
        assertThat(services().copies.endSession(article.id(), Duration.ofHours(1)))
                .isEmpty();
        assertThat(services().copies.left(Duration.ZERO)).contains(article.id());
        RevisionSummary ended =
                services().copies.endSession(article.id(), Duration.ZERO).orElseThrow();
        assertThat(ended.kind()).isEqualTo(RevisionKind.SESSION);
        assertThat(ended.author()).isEqualTo("editor");
        assertThat(services().copies.endSession(article.id(), Duration.ZERO)).isEmpty();
        assertThat(numbers(article.id())).containsExactly(1, 2);
        assertThat(chain(article.id()).intact()).isTrue();
    }

    @Test
    default void a_base_that_never_was_is_refused() {
        ArticleView article = created("journalist", Scene.story("No base", "One."));
        RefusedException refused = catchThrowableOfType(
                RefusedException.class,
                () -> saved("journalist", article.id(), 99, Scene.with(article.story(), "p1", "Two.")));
        assertThat(refused.kind()).isEqualTo(RefusedException.Kind.CONFLICT);
        assertThat(refused.code()).isEqualTo("base-unknown");
    }

    @Test
    default void sixteen_savers_at_once_number_their_revisions_without_gaps() {
        String[] paragraphs =
                IntStream.range(0, SAVERS).mapToObj(i -> "Paragraph " + i + ".").toArray(String[]::new);
        ArticleView article = created("journalist", Scene.story("Sixteen writers", paragraphs));
        List<Callable<List<Integer>>> savers = new ArrayList<>();
        for (int i = 1; i <= SAVERS; i++) {
            String own = "p" + i;
            savers.add(newsroom().acting(i % 2 == 0 ? "editor" : "journalist", () -> saveOften(article, own)));
        }
        List<Integer> numbers = newsroom().together(savers).stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        int last = 1 + SAVERS * SAVES_EACH;
        assertThat(numbers).isEqualTo(IntStream.rangeClosed(2, last).boxed().toList());
        assertThat(numbers(article.id()))
                .isEqualTo(IntStream.rangeClosed(1, last).boxed().toList());
        Story end = view(article.id()).story();
        for (int i = 1; i <= SAVERS; i++) {
            assertThat(end.block("p" + i).orElseThrow().text()).endsWith("save " + SAVES_EACH + " of p" + i);
        }
        assertThat(chain(article.id()).intact()).isTrue();
        assertThat(chain(article.id()).revisions()).isEqualTo(last);
    }

    /** Saves one paragraph again and again, each time from what the save before gave back. */
    private List<Integer> saveOften(ArticleView article, String paragraph) {
        List<Integer> numbers = new ArrayList<>();
        ArticleView from = article;
        for (int n = 1; n <= SAVES_EACH; n++) {
            Story next = Scene.with(from.story(), paragraph, "Now save " + n + " of " + paragraph);
            SaveOutcome saved =
                    services().articles.save(article.id(), new TextChange(from.version(), next, null, null));
            numbers.add(saved.revision().number());
            from = saved.article();
        }
        return numbers;
    }

    private AdLayout brings(ArticleView article, SlotWishes wishes) {
        return newsroom().as("journalist", () -> {
            ArticleView now = services().articles.view(article.id());
            return services()
                    .articles
                    .keep(article.id(), new TextChange(now.version(), now.story(), null, null), wishes)
                    .article()
                    .layout();
        });
    }

    @Test
    default void a_writer_brings_slots_with_a_text_and_takes_them_back_until_they_are_in_a_revision() {
        ArticleView article = created("journalist", Scene.story("Pasted", "One.", "Two.", "Three."));
        SlotWishes pasted = new SlotWishes(
                List.of(
                        new SlotWishes.Wish("s1", "p1"),
                        new SlotWishes.Wish("s2", "p2"),
                        new SlotWishes.Wish("s3", "gone"),
                        new SlotWishes.Wish("p2", "p2")),
                List.of());
        AdLayout layout = brings(article, pasted);
        assertThat(layout.slots()).extracting(AdSlot::after).containsExactlyInAnyOrder("p1", "p2", "p2", null);
        assertThat(layout.slots()).extracting(AdSlot::pinned).containsOnly(false);
        assertThat(layout.slot("s3").orElseThrow().state()).isEqualTo(SlotState.SURPLUS);
        // The id of a block is none for a slot.
        assertThat(layout.slot("p2")).isEmpty();
        assertThat(brings(article, new SlotWishes(List.of(new SlotWishes.Wish("s1", "p2")), List.of())))
                .isEqualTo(layout);
        assertThat(brings(article, new SlotWishes(List.of(), List.of("s2", "s3")))
                        .slots())
                .hasSize(2);
        saved("journalist", article.id(), Scene.with(article.story(), "p1", "One more."));
        assertThat(brings(article, new SlotWishes(List.of(), List.of("s1"))).slot("s1"))
                .isPresent();
        assertThat(catchThrowableOfType(RefusedException.class, () -> newsroom().as("admanager", () -> services()
                                .articles
                                .keep(
                                        article.id(),
                                        new TextChange(1, article.story(), null, null),
                                        new SlotWishes(List.of(new SlotWishes.Wish("s4", "p1")), List.of()))))
                        .kind())
                .isEqualTo(RefusedException.Kind.FORBIDDEN);
    }
}
