package org.galley.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.galley.story.Story;

class BodyPatchTest {
    private static Block block(String id, String text) {
        return new Block.Paragraph(id, Inline.of(text));
    }

    private static List<Block> body(String... ids) {
        return List.of(ids).stream().map(id -> block(id, "Of " + id)).toList();
    }

    @Property(tries = 3_000)
    void a_patch_between_two_bodies_makes_the_one_of_the_other(
            @ForAll long seed, @ForAll @IntRange(max = 12) int edits) {
        Story before = new Histories(seed, "before").start();
        Story after = new Histories(seed + 1, "after").edited(before, edits);
        BodyPatch there = BodyPatch.between(before.body(), after.body());
        assertThat(there.applyTo(before.body())).isEqualTo(after.body());
        BodyPatch back = BodyPatch.between(after.body(), before.body());
        assertThat(back.applyTo(after.body())).isEqualTo(before.body());
        assertThat(there.isEmpty()).isEqualTo(before.body().equals(after.body()));
    }

    @Property(tries = 1_000)
    void a_patch_says_nothing_of_blocks_that_are_as_they_were(
            @ForAll long seed, @ForAll @IntRange(max = 12) int edits) {
        Story before = new Histories(seed, "before").start();
        Story after = new Histories(seed + 1, "after").edited(before, edits);
        assertThat(BodyPatch.between(before.body(), after.body()).blocks())
                .noneMatch(block -> before.body().contains(block));
    }

    @Example
    void one_block_that_moved_is_all_that_is_said_of_a_long_body() {
        BodyPatch patch = BodyPatch.between(body("a", "b", "c", "d", "e"), body("e", "a", "b", "c", "d"));
        assertThat(patch).isEqualTo(new BodyPatch(List.of(), List.of(), List.of(new BodyPatch.Placed("e", null))));
    }

    @Example
    void a_patch_of_another_body_is_refused() {
        List<Block> body = body("a", "b");
        List<BodyPatch> others = List.of(
                new BodyPatch(List.of(), List.of("c"), List.of()),
                new BodyPatch(List.of(block("c", "New")), List.of(), List.of()),
                new BodyPatch(List.of(), List.of(), List.of(new BodyPatch.Placed("c", null))),
                new BodyPatch(List.of(), List.of(), List.of(new BodyPatch.Placed("a", "c"))),
                new BodyPatch(List.of(), List.of("b"), List.of(new BodyPatch.Placed("a", "b"))));
        for (BodyPatch patch : others) {
            assertThatIllegalArgumentException().isThrownBy(() -> patch.applyTo(body));
        }
    }
}
