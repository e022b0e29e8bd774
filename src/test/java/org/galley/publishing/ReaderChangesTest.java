package org.galley.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a node knows of the changes that readers see, its own and those of others. */
class ReaderChangesTest {
    /** Promised to readers, whichever node answers them. */
    private static final Duration PROMISED = Duration.ofSeconds(1);

    /** What all nodes write to, in memory. */
    private static final class Shared extends ReaderChangeLog {
        private final List<Long> changed = new ArrayList<>();
        private boolean away;

        private synchronized void add(long article) {
            changed.add(article);
        }

        @Override
        synchronized long version() {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return changed.size();
        }

        @Override
        synchronized News after(long version) {
            return new News(version(), List.copyOf(changed.subList((int) version, changed.size())));
        }
    }

    private final Shared shared = new Shared();
    private final ReaderChanges here = new ReaderChanges(shared);

    private void becomesStale(long article, long known) {
        Awaitility.await().atMost(PROMISED).pollInterval(Duration.ofMillis(5)).until(() -> {
            here.look();
            return here.isChanged(article, known);
        });
    }

    @Test
    void a_change_on_this_node_is_known_at_once_and_only_for_its_articles() {
        here.look();
        long known = here.known();
        here.changed(new ReadersSee(Set.of(1L)));
        assertThat(here.isChanged(1, known)).isTrue();
        assertThat(here.isChanged(2, known)).isFalse();
        assertThat(here.isAnythingChanged(known)).isTrue();
        assertThat(here.isChanged(1, here.known())).isFalse();
    }

    @Test
    void a_change_on_another_node_is_known_within_a_second() {
        shared.add(7);
        here.look();
        long known = here.known();
        assertThat(here.isChanged(7, known)).as("from before this node began").isFalse();
        shared.add(8);
        becomesStale(8, known);
        assertThat(here.isChanged(7, known)).isFalse();
    }

    @Test
    void a_later_change_here_hides_no_earlier_one_elsewhere() {
        here.look();
        long known = here.known();
        shared.add(8);
        shared.add(9);
        here.changed(new ReadersSee(Set.of(9L)));
        becomesStale(8, known);
    }

    @Test
    void pages_are_given_out_while_the_database_is_away_and_changes_are_known_when_it_is_back() {
        here.look();
        long known = here.known();
        shared.away = true;
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> {
            here.look();
            return !here.isAnythingChanged(known);
        });
        shared.away = false;
        shared.add(8);
        becomesStale(8, known);
    }
}
