package org.galley.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherNodesTest {
    private final SharedBoard board = new SharedBoard();
    private final List<Set<String>> heardHere = new ArrayList<>();
    private final List<Set<String>> heardThere = new ArrayList<>();
    private final OtherNodes here = new OtherNodes(board, into(heardHere));
    private final OtherNodes there = new OtherNodes(board, into(heardThere));

    /** A board in memory, that may be out of reach. */
    private static final class SharedBoard extends NoticeBoard {
        private final Map<String, Long> versions = new HashMap<>();
        private boolean down;

        @Override
        void post(Collection<String> subjects) {
            if (down) {
                throw new IllegalStateException("the database is down");
            }
            subjects.forEach(subject -> versions.merge(subject, 1L, Long::sum));
        }

        @Override
        Map<String, Long> read() {
            return Map.copyOf(versions);
        }
    }

    @SuppressWarnings("unchecked")
    private static Event<ElsewhereChanged> into(List<Set<String>> heard) {
        return (Event<ElsewhereChanged>) Proxy.newProxyInstance(
                OtherNodesTest.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    heard.add(((ElsewhereChanged) arguments[0]).subjects());
                    return null;
                });
    }

    @BeforeEach
    void bothHaveStarted() {
        board.post(Set.of("desk"));
        here.round();
        there.round();
    }

    @Test
    void what_was_posted_before_a_node_started_is_no_news() {
        assertThat(heardHere).isEmpty();
        assertThat(heardThere).isEmpty();
    }

    @Test
    void many_changes_of_one_second_are_told_once_and_to_others_alone() {
        here.tell("desk");
        here.tell("desk");
        here.tell("bell:ann");
        here.round();
        there.round();
        there.round();
        here.round();
        assertThat(heardThere).containsExactly(Set.of("desk", "bell:ann"));
        assertThat(heardHere).isEmpty();
    }

    @Test
    void a_node_that_posts_itself_hears_what_the_other_posted_in_the_same_second() {
        here.tell("desk");
        there.tell("desk");
        here.round();
        there.round();
        here.round();
        assertThat(heardThere).containsExactly(Set.of("desk"));
        assertThat(heardHere).containsExactly(Set.of("desk"));
    }

    @Test
    void what_could_not_be_posted_is_posted_later() {
        here.tell("desk");
        board.down = true;
        assertThatThrownBy(here::round).isInstanceOf(IllegalStateException.class);
        board.down = false;
        here.round();
        there.round();
        assertThat(heardThere).containsExactly(Set.of("desk"));
    }
}
