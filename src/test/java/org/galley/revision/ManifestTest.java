package org.galley.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.galley.story.ContentHash;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static String line(int block, int version) {
        return "block" + block + " " + ContentHash.of(block + "." + version).hex();
    }

    private static Manifest blocks(int count) {
        return new Manifest(
                IntStream.range(0, count).mapToObj(block -> line(block, 1)).toList());
    }

    private static Manifest with(Manifest manifest, int at, String line) {
        List<String> lines = new ArrayList<>(manifest.lines());
        lines.set(at, line);
        return new Manifest(lines);
    }

    @Test
    void one_changed_block_of_many_is_kept_as_one_line() {
        Manifest parent = blocks(25);
        Manifest edited = with(parent, 7, line(7, 2));
        String stored = edited.stored(4, parent, 3);
        byte[] hash = ContentHash.of("7.2").bytes();
        assertThat(stored)
                .isEqualTo("@3 7 17\nblock7 "
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\n");
        assertThat(Manifest.baseOf(stored)).isEqualTo(3);
        assertThat(Manifest.read(stored, parent)).isEqualTo(edited);
    }

    @Test
    void a_list_that_changed_all_over_is_kept_whole() {
        Manifest parent = blocks(25);
        Manifest edited = with(with(parent, 0, line(0, 2)), 24, line(24, 2));
        String stored = edited.stored(4, parent, 3);
        assertThat(stored).isEqualTo(edited.stored());
        assertThat(Manifest.baseOf(stored)).isZero();
        assertThat(Manifest.read(stored, null)).isEqualTo(edited);
    }

    @Test
    void a_whole_list_is_kept_after_two_hundred_differences() {
        Manifest parent = blocks(25);
        Manifest edited = with(parent, 7, line(7, 2));
        assertThat(edited.stored(201, parent, 1)).startsWith("@1 ");
        assertThat(edited.stored(202, parent, 1)).isEqualTo(edited.stored());
    }

    @Test
    void what_earlier_versions_kept_is_read_as_well() {
        Manifest parent = blocks(25);
        assertThat(Manifest.read(parent.canonical(), null)).isEqualTo(parent);
        assertThat(Manifest.read("@3 7 17\n" + line(7, 2) + "\n", parent)).isEqualTo(with(parent, 7, line(7, 2)));
    }

    @Test
    void a_story_without_blocks_has_an_empty_list() {
        Manifest none = new Manifest(List.of());
        assertThat(none.stored()).isEmpty();
        assertThat(Manifest.read("", null)).isEqualTo(none);
        assertThat(Manifest.read(none.stored(2, blocks(9), 1), blocks(9))).isEqualTo(none);
        assertThat(Manifest.read(blocks(9).stored(3, none, 2), none)).isEqualTo(blocks(9));
    }

    @Test
    void what_is_no_list_or_fits_no_parent_is_refused() {
        Manifest parent = blocks(5);
        assertThatThrownBy(() -> Manifest.read("@1 2 2\n" + line(9, 1) + "\n", null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifest.read("@1 3 3\n", parent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifest.read("@1 3\n", parent)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifest.read("@99999999999 1 1\n", parent))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Manifest.read("no-hash\n", null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void lists_are_read_back_as_they_were_whatever_changed(
            @ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll @IntRange(max = 60) int revisions) {
        Random random = new Random(seed);
        Manifest list = blocks(size);
        Manifest read = Manifest.read(list.stored(), null);
        int base = 1;
        for (int number = 2; number <= revisions; number++) {
            Manifest next = changed(list, random, number);
            String stored = next.stored(number, list, base);
            base = Manifest.baseOf(stored) == 0 ? number : base;
            read = Manifest.read(stored, read);
            assertThat(read).isEqualTo(next);
            assertThat(stored.length()).isLessThanOrEqualTo(next.stored().length());
            list = next;
        }
    }

    private static Manifest changed(Manifest list, Random random, int number) {
        List<String> lines = new ArrayList<>(list.lines());
        int at = random.nextInt(lines.size() + 1);
        if (at == lines.size() || random.nextInt(5) == 0) {
            lines.add(at, line(1_000 + number, number));
        } else if (random.nextInt(5) == 0) {
            lines.remove(at);
        } else if (random.nextInt(5) == 0) {
            lines.add(random.nextInt(lines.size()), lines.remove(at));
        } else {
            lines.set(
                    at,
                    lines.get(at).split(" ")[0] + " "
                            + ContentHash.of("v" + number).hex());
        }
        return new Manifest(lines);
    }
}
