package org.galley.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

    private final Room room = new Room();

    /** Hears nothing. */
    private static final class Deaf implements Listener {
        @Override
        public void version(long version, String by) {
            // Nothing is done with it.
        }

        @Override
        public void people(List<Present> people) {
            // Nor with this.
        }

        @Override
        public void comments(Instant mark) {
            // Nor with this.
        }

        @Override
        public void moved() {
            // Nor with this.
        }
    }

    private static Present page(String client, String username) {
        return new Present(client, username, username, "AB", null);
    }

    @Test
    void whoever_only_looks_on_hears_of_changes_and_is_shown_to_nobody() {
        Listener onlooker = new Deaf();
        assertThat(room.sit(page("writing-page", "journalist"), NOW, new Deaf(), false, 9))
                .contains(true);
        assertThat(room.sit(page("looking-page", "editor"), NOW, onlooker, true, 9))
                .contains(false);
        assertThat(room.people()).extracting(Present::username).containsExactly("journalist");
        assertThat(room.listeners()).hasSize(2).contains(onlooker);
        assertThat(room.leave("looking-page", "editor", onlooker)).isTrue();
        assertThat(room.listeners()).hasSize(1);
    }

    @Test
    void where_an_article_stands_is_news_when_it_differs_from_what_was_known() {
        assertThat(room.tellStanding(NOW)).isFalse();
        assertThat(room.tellStanding(NOW)).isFalse();
        assertThat(room.tellStanding(NOW.minusSeconds(1))).isTrue();
    }
}
