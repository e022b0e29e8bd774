package org.galley.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OriginsTest {
    /** Looks back from the last of these states as far as it has to; revisions are numbered from 1. */
    private static Origins<Integer> lookingBack(List<Map<String, String>> states) {
        int newest = states.size();
        Origins<Integer> origins = new Origins<>(states.get(newest - 1), newest);
        for (int number = newest - 1; number > 0 && origins.isOpen(); number--) {
            origins.back(states.get(number - 1), number);
        }
        return origins;
    }

    @Test
    void a_block_is_by_the_last_revision_that_changed_it() {
        Origins<Integer> origins = lookingBack(List.of(
                Map.of("a", "1", "b", "1"),
                Map.of("a", "2", "b", "1"),
                Map.of("a", "2", "b", "1", "c", "1"),
                Map.of("c", "1", "a", "2", "b", "1")));
        assertThat(origins.of("a")).isEqualTo(2);
        assertThat(origins.of("b")).isEqualTo(1);
        assertThat(origins.of("c")).isEqualTo(3);
    }

    @Test
    void a_block_that_came_back_is_by_whoever_brought_it_back() {
        Origins<Integer> origins = lookingBack(List.of(
                Map.of("a", "1", "b", "1"), Map.of("b", "1"), Map.of("a", "1", "b", "1"), Map.of("a", "1", "b", "1")));
        assertThat(origins.of("a")).isEqualTo(3);
        assertThat(origins.of("b")).isEqualTo(1);
    }

    @Test
    void a_text_that_was_changed_and_changed_back_is_by_whoever_changed_it_back() {
        assertThat(lookingBack(List.of(Map.of("a", "1"), Map.of("a", "2"), Map.of("a", "1")))
                        .of("a"))
                .isEqualTo(3);
    }

    @Test
    void nobody_looks_further_back_than_needed() {
        Origins<Integer> origins = new Origins<>(Map.of("a", "2", "b", "2"), 9);
        origins.back(Map.of("a", "2", "b", "1"), 8);
        assertThat(origins.isOpen()).isTrue();
        origins.back(Map.of("a", "1", "b", "2"), 7);
        assertThat(origins.isOpen()).isFalse();
        assertThat(origins.of("a")).isEqualTo(8);
        assertThat(origins.of("b")).isEqualTo(9);
        assertThat(new Origins<>(Map.of(), 1).isOpen()).isFalse();
    }

    @Property(tries = 1_000)
    void looking_back_finds_what_going_forward_finds(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int revisions) {
        Random random = new Random(seed);
        List<Map<String, String>> states = new ArrayList<>();
        Map<String, Integer> since = new HashMap<>();
        Map<String, String> at = new HashMap<>();
        for (int number = 1; number <= revisions; number++) {
            String id = "b" + random.nextInt(5);
            String content = random.nextInt(4) == 0 ? null : "v" + random.nextInt(3);
            String was = content == null ? at.remove(id) : at.put(id, content);
            if (content != null && !content.equals(was)) {
                since.put(id, number);
            }
            states.add(Map.copyOf(at));
        }
        Origins<Integer> origins = lookingBack(states);
        at.keySet().forEach(id -> assertThat(origins.of(id)).isEqualTo(since.get(id)));
    }
}
