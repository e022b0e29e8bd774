package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.concurrent.Callable;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;
import org.galley.story.Story;
import org.galley.workflow.Action;
import org.galley.workflow.ChecklistLine;
import org.galley.workflow.SectionChecklist;
import org.galley.workflow.SectionChecklist.Item;
import org.junit.jupiter.api.Test;

/** What a section wants seen to is ticked for exactly the text that an editor read, and bars approval while it is not. */
public interface ChecklistScene extends WorkflowScene {
    private SectionChecklist checklist(String section, Item... items) {
        return newsroom().as("editor", () -> {
            long version = services().checklists.ofSection(section).version();
            return services().checklists.save(section, version, List.of(items));
        });
    }

    private long submitted(String section) {
        Story story = Scene.story("To be ticked", "One.", "Two.");
        long article = created(
                        "journalist",
                        story.withHeader(
                                Header.EMPTY.withHeadline("To be ticked").withSection(section)))
                .id();
        taken("journalist", article, Action.SUBMIT);
        return article;
    }

    private List<ChecklistLine> ticked(String person, long article, long item, boolean done) {
        return newsroom().as(person, () -> services().checklists.tick(article, item, done, null));
    }

    private RefusedException refused(String person, Callable<?> act) {
        return catchThrowableOfType(RefusedException.class, () -> newsroom().as(person, act));
    }

    @Test
    default void a_required_item_bars_approval_until_it_is_ticked_for_this_very_text() {
        SectionChecklist list = checklist(
                "culture",
                new Item(null, "Names are spelled right", true),
                new Item(null, "A picture was looked for", false));
        try {
            long names = list.items().get(0).id();
            long article = submitted("culture");
            RefusedException barred =
                    catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.APPROVE));
            assertThat(barred.code()).isEqualTo("checklist");
            assertThat(barred.getMessage()).contains("Names are spelled right");

            assertThat(ticked("editor", article, names, true).get(0).by()).isEqualTo("editor");
            ticked("editor", article, names, false);
            assertThat(catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.APPROVE))
                            .code())
                    .isEqualTo("checklist");
            ticked("editor", article, names, true);

            Story read = view(article).story();
            saved("journalist", article, Scene.with(read, "p1", "Another name."));
            ChecklistLine line = newsroom()
                    .as("editor", () -> services().checklists.of(article))
                    .get(0);
            assertThat(line.ticked()).isFalse();
            assertThat(line.outdated()).isTrue();
            assertThat(line.by()).isEqualTo("editor");
            assertThat(catchThrowableOfType(RefusedException.class, () -> taken("editor", article, Action.APPROVE))
                            .code())
                    .isEqualTo("checklist");

            ticked("editor2", article, names, true);
            assertThat(taken("editor", article, Action.APPROVE).state()).isEqualTo(ArticleState.APPROVED);
        } finally {
            checklist("culture");
        }
    }

    @Test
    default void a_change_of_ads_alone_leaves_the_ticks() {
        SectionChecklist list = checklist("culture", new Item(null, "Read aloud", true));
        try {
            long article = submitted("culture");
            ticked("editor", article, list.items().get(0).id(), true);
            newsroom().does("admanager", () -> services()
                    .ads
                    .save(article, view(article).version(), Scene.slotsAfter("p1"), null));
            assertThat(newsroom()
                            .as("editor", () -> services().checklists.of(article))
                            .get(0)
                            .ticked())
                    .isTrue();
        } finally {
            checklist("culture");
        }
    }

    @Test
    default void only_editors_who_wrote_none_of_it_tick_and_only_what_they_read() {
        SectionChecklist list = checklist("culture", new Item(null, "Sources are named", true));
        try {
            long item = list.items().get(0).id();
            long article = submitted("culture");
            for (String person : List.of("journalist", "journalist2", "admanager", "admin")) {
                assertThat(refused(person, () -> services().checklists.tick(article, item, true, null))
                                .code())
                        .isEqualTo("right-missing");
            }
            ArticleView seen = view(article);
            saved("editor2", article, Scene.with(seen.story(), "p2", "By the second editor."));
            assertThat(refused("editor2", () -> services().checklists.tick(article, item, true, null))
                            .code())
                    .isEqualTo("own-work");
            assertThat(refused("editor", () -> services().checklists.tick(article, item, true, seen.version()))
                            .code())
                    .isEqualTo("not-newest");
            long elsewhere =
                    created("journalist", Scene.story("Elsewhere", "One.")).id();
            assertThat(refused("editor", () -> services().checklists.tick(elsewhere, item, true, null))
                            .kind())
                    .isEqualTo(RefusedException.Kind.NOT_FOUND);
        } finally {
            checklist("culture");
        }
    }

    @Test
    default void a_checklist_is_kept_by_editors_and_administrators_and_says_what_is_wrong_with_it() {
        SectionChecklist made = checklist("sport", new Item(null, "Scores", true), new Item(null, "Names", false));
        try {
            Item scores = made.items().get(0);
            SectionChecklist turned = newsroom().as("admin", () -> services()
                    .checklists
                    .save("sport", made.version(), List.of(new Item(null, "Times", true), scores)));
            assertThat(turned.items()).extracting(Item::text).containsExactly("Times", "Scores");
            assertThat(turned.items().get(1).id()).isEqualTo(scores.id());
            assertThat(refused("editor", () -> services().checklists.save("sport", made.version(), List.of()))
                            .code())
                    .isEqualTo("not-newest");
            for (String person : List.of("journalist", "admanager")) {
                assertThat(refused(person, () -> services().checklists.save("sport", turned.version(), List.of()))
                                .code())
                        .isEqualTo("right-missing");
            }
            RefusedException wrong = refused("editor", () -> services()
                    .checklists
                    .save(
                            "sport",
                            turned.version(),
                            List.of(
                                    new Item(null, "  ", true),
                                    new Item(null, "x".repeat(201), true),
                                    new Item(null, "Scores", true),
                                    new Item(null, "scores", true),
                                    new Item(123_456_789L, "Whose?", true))));
            assertThat(wrong.fields())
                    .extracting(RefusedException.FieldProblem::field)
                    .containsExactly("items/0/text", "items/1/text", "items/3/text", "items/4/id");
            assertThat(newsroom().as("journalist", () -> services().checklists.ofSection("sport")))
                    .isEqualTo(turned);
            assertThat(refused("editor", () -> services().checklists.ofSection("weather"))
                            .kind())
                    .isEqualTo(RefusedException.Kind.NOT_FOUND);
        } finally {
            checklist("sport");
        }
    }

    @Test
    default void an_item_with_other_words_is_another_item_to_tick() {
        SectionChecklist list = checklist("culture", new Item(null, "Names", true));
        try {
            long item = list.items().get(0).id();
            long article = submitted("culture");
            ticked("editor", article, item, true);
            checklist("culture", new Item(item, "Names and ranks", true));
            ChecklistLine line = newsroom()
                    .as("editor", () -> services().checklists.of(article))
                    .get(0);
            assertThat(line.ticked()).isFalse();
            assertThat(line.outdated()).isFalse();
        } finally {
            checklist("culture");
        }
    }

    @Test
    default void two_who_make_a_first_checklist_at_once_do_not_both_make_it() {
        newsroom().sql("delete from checklist where section_key = ?", "economy");
        List<Boolean> made = newsroom()
                .together(List.of(
                        newsroom().acting("editor", () -> first("One")),
                        newsroom().acting("editor2", () -> first("Two"))));
        assertThat(made).containsExactlyInAnyOrder(true, false);
        assertThat(newsroom()
                        .as("editor", () -> services().checklists.ofSection("economy"))
                        .items())
                .hasSize(1);
        checklist("economy");
    }

    private boolean first(String text) {
        try {
            services().checklists.save("economy", 0, List.of(new Item(null, text, false)));
            return true;
        } catch (RefusedException refused) {
            assertThat(refused.code()).isEqualTo("not-newest");
            return false;
        }
    }
}
