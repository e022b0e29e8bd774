package org.galley.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OriginsTest {
    private static Manifest text(String... lines) {
        return new Manifest(List.of(lines));
    }

    /** The origins of the last of these texts; revisions are numbered from 1. */
    private static Origins ofLast(List<Manifest> texts) {
        Origins origins = Origins.first(texts.get(0));
        for (int number = 2; number <= texts.size(); number++) {
            origins = origins.next(number, texts.get(number - 1));
        }
        return origins;
    }

    @Test
    void a_block_is_by_the_last_revision_that_changed_it() {
        Origins origins = ofLast(
                List.of(text("a 1", "b 1"), text("a 2", "b 1"), text("a 2", "b 1", "c 1"), text("c 1", "a 2", "b 1")));
        assertThat(origins.ofBlocks()).containsExactly(Map.entry("c", 3), Map.entry("a", 2), Map.entry("b", 1));
    }

    @Test
    void a_block_that_came_back_is_by_whoever_brought_it_back() {
        Origins origins = ofLast(List.of(text("a 1", "b 1"), text("b 1"), text("a 1", "b 1"), text("a 1", "b 1")));
        assertThat(origins.ofBlocks()).containsExactly(Map.entry("a", 3), Map.entry("b", 1));
    }

    @Test
    void a_text_that_was_changed_and_changed_back_is_by_whoever_changed_it_back() {
        assertThat(ofLast(List.of(text("a 1"), text("a 2"), text("a 1"))).ofBlocks())
                .containsExactly(Map.entry("a", 3));
    }

    @Test
    void what_was_kept_of_another_list_is_not_believed() {
        Manifest manifest = text("a 1", "b 1");
        assertThat(Origins.read(manifest, "7 3").ofBlocks()).containsExactly(Map.entry("a", 7), Map.entry("b", 3));
        assertThat(Origins.read(text(), "").ofBlocks()).isEmpty();
        for (String wrong : List.of("", "7", "7 3 1", "7 x")) {
            assertThatThrownBy(() -> Origins.read(manifest, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 1_000)
    void whoever_goes_on_from_what_was_kept_anywhere_finds_what_going_all_the_way_finds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int revisions) {
        Random random = new Random(seed);
        List<Manifest> texts = new ArrayList<>();
        Map<String, Integer> since = new HashMap<>();
        Map<String, String> at = new HashMap<>();
        Origins going = null;
        for (int number = 1; number <= revisions; number++) {
            String id = "b" + random.nextInt(5);
            String content = random.nextInt(4) == 0 ? null : "v" + random.nextInt(3);
            String was = content == null ? at.remove(id) : at.put(id, content);
            if (content != null && !content.equals(was)) {
                since.put(id, number);
            }
            List<String> lines = new ArrayList<>();
            at.forEach((block, hash) -> lines.add(block + " " + hash));
            Collections.shuffle(lines, random);
            texts.add(new Manifest(lines));
            going = going == null ? Origins.first(texts.get(0)) : going.next(number, texts.get(number - 1));
            if (random.nextInt(3) == 0) {
                going = Origins.read(going.manifest(), going.stored());
            }
        }
        assertThat(going).isEqualTo(ofLast(texts));
        assertThat(going.ofBlocks().keySet()).isEqualTo(at.keySet());
        at.keySet().forEach(id -> assertThat(ofLast(texts).ofBlocks()).containsEntry(id, since.get(id)));
    }
}
