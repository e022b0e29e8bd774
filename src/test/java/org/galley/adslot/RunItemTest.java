package org.galley.adslot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.galley.adslot.PlacementRun.Outcome;
import org.galley.story.AdLayout;
import org.junit.jupiter.api.Test;

class RunItemTest {
    private static String kept(String note) {
        return new RunItem(1, 2, Outcome.CHANGED, 3, AdLayout.EMPTY, AdLayout.EMPTY, note).note();
    }

    @Test
    void a_note_that_names_more_slots_than_there_is_room_for_ends_in_an_ellipsis() {
        String note = "Somebody changed these slots since, so they stay: "
                + String.join(", ", Collections.nCopies(45, "k3h9x2m4p7"));
        assertThat(kept(note)).hasSize(500).endsWith("…").startsWith(note.substring(0, 499));
        assertThat(kept("short")).isEqualTo("short");
        assertThat(kept(null)).isNull();
    }

    @Test
    void a_note_is_never_cut_through_a_character() {
        assertThat(kept("a" + "\uD83D\uDE00".repeat(300)))
                .hasSizeLessThanOrEqualTo(500)
                .doesNotContain("\uD83D…");
    }
}
