package org.galley.it.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.galley.article.ArticleView;
import org.galley.article.Restoring.Selection;
import org.galley.article.Restoring.Stream;
import org.galley.article.SaveOutcome;
import org.galley.revision.RevisionState;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;
import org.galley.story.Story;
import org.junit.jupiter.api.Test;

/** Ad slots keep to their paragraphs through everything that happens to the text. */
public interface AnchorScene extends Scene {
    int EDITS = 150;
    int BLOCKS = 8;

    @Test
    default void slots_go_with_a_moved_paragraph_and_return_with_a_deleted_one() {
        Story story = Scene.story("Anchors", "One is here.", "Two is there.", "Three is away.");
        ArticleView article = created("journalist", story, Scene.slotsAfter("p1", "p2"));
        Story start = article.story();
        Story moved = start.withBody(
                List.of(start.body().get(1), start.body().get(2), start.body().get(0)));
        assertThat(saved("journalist", article.id(), moved).article().layout()).isEqualTo(article.layout());

        Story without = moved.withBody(moved.body().subList(1, 3));
        AdLayout displaced =
                saved("journalist", article.id(), without).article().layout();
        assertThat(displaced.slot("s2").orElseThrow().state()).isEqualTo(SlotState.ORPHANED);
        assertThat(displaced.slot("s1").orElseThrow().after()).isEqualTo("p1");
        assertThat(saved("journalist", article.id(), moved).article().layout()).isEqualTo(article.layout());
    }

    @Test
    default void the_number_of_slots_never_changes_and_each_has_one_place_or_is_listed_without() throws IOException {
        long seed = seed();
        System.out.println("anchors through the service: seed " + seed + " (repeat with -Dgalley.test.seed)");
        Random random = new Random(seed);
        String[] paragraphs = new String[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            paragraphs[i] = "Paragraph " + i + " tells of the storm in the harbour town number " + i + ".";
        }
        ArticleView article = created(
                "journalist", Scene.story("Random edits", paragraphs), Scene.slotsAfter("p1", "p3", "p3", "p6", "p8"));
        Set<String> slots = ids(article.layout());
        Map<Integer, SaveOutcome> made = new HashMap<>();
        RandomEdits edits = new RandomEdits(random);
        Story story = article.story();
        for (int i = 0; i < EDITS; i++) {
            Story next = edits.edited(story);
            SaveOutcome saved = random.nextInt(4) == 0
                    ? autosaved("journalist", article.id(), view(article.id()).version(), next)
                    : saved("journalist", article.id(), next);
            story = saved.article().story();
            assertThat(story).as("seed %d, edit %d", seed, i).isEqualTo(next);
            assertThat(ids(saved.article().layout()))
                    .as("seed %d, edit %d", seed, i)
                    .isEqualTo(slots);
            assertPlaces(saved.article().layout(), story, "seed " + seed + ", edit " + i);
            if (saved.revision() != null) {
                made.put(saved.revision().number(), saved);
            }
        }
        assertThat(chain(article.id()).intact()).isTrue();
        assertRestoresExactly(article.id(), made, random, "seed " + seed);
    }

    private void assertRestoresExactly(long article, Map<Integer, SaveOutcome> made, Random random, String what) {
        List<Integer> numbers = made.keySet().stream().sorted().toList();
        for (int i = 0; i < 10; i++) {
            int number = numbers.get(random.nextInt(numbers.size()));
            ArticleView then = made.get(number).article();
            RevisionState kept =
                    newsroom().as("editor", () -> services().revisions.load(article, number));
            assertThat(kept.story()).as(what).isEqualTo(then.story());
            assertThat(kept.layout()).as(what).isEqualTo(then.layout());
            ArticleView back = newsroom()
                    .as("journalist", () -> services()
                            .restoring
                            .restore(article, number, Selection.of(Stream.TEXT, Stream.ADS), null))
                    .article();
            assertThat(back.story()).as(what + ", revision " + number).isEqualTo(then.story());
            assertThat(back.layout()).as(what + ", revision " + number).isEqualTo(then.layout());
        }
    }

    private static Set<String> ids(AdLayout layout) {
        Set<String> ids = new HashSet<>();
        layout.slots().forEach(slot -> ids.add(slot.id()));
        assertThat(ids).hasSameSizeAs(layout.slots());
        return ids;
    }

    private static void assertPlaces(AdLayout layout, Story story, String what) {
        int standing = layout.after(null).size();
        for (String id : story.ids()) {
            standing += layout.after(id).size();
        }
        assertThat(standing + layout.withoutPlace().size())
                .as(what)
                .isEqualTo(layout.slots().size());
        for (AdSlot slot : layout.slots()) {
            boolean away = slot.state() == SlotState.DISPLACED || slot.state() == SlotState.ORPHANED;
            assertThat(slot.home() != null).as(what).isEqualTo(away);
            assertThat(story.ids()).as(what).doesNotContain(String.valueOf(slot.home()));
        }
    }

    private static long seed() throws IOException {
        try (InputStream seed = AnchorScene.class.getResourceAsStream("/galley-test-seed.txt")) {
            return Long.parseLong(new String(seed.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }
}
