package org.galley.it;

import java.util.List;
import java.util.Random;

/** What somebody might press in the writing surface, drawn at random from a seed. */
final class RandomKeys {
    private static final List<String> LETTERS = List.of("a", "B", "ї", "\"", "'", "*", " ", "#", "-", "1", ".", ">");

    private static final List<String> EDITS = List.of(
            "Enter",
            "Enter",
            "Backspace",
            "Backspace",
            "Delete",
            "Delete",
            "Shift+Enter",
            "Alt+ArrowUp",
            "Alt+ArrowDown",
            "Control+z",
            "Control+z",
            "Control+y",
            "Control+x",
            "Control+c",
            "Control+v",
            "Control+b",
            "Control+i",
            "Control+Alt+1",
            "Control+Alt+2",
            "Control+Alt+3",
            "Control+Shift+7",
            "Control+Shift+8",
            "Control+Shift+9",
            "Control+Backspace",
            "Control+Delete");

    private static final List<String> MOVES = List.of(
            "ArrowUp",
            "ArrowDown",
            "ArrowLeft",
            "ArrowRight",
            "Home",
            "End",
            "Control+Home",
            "Control+End",
            "Shift+ArrowUp",
            "Shift+ArrowDown",
            "Shift+ArrowDown",
            "Shift+ArrowRight",
            "Shift+End",
            "Shift+Home",
            "Control+Shift+ArrowRight");

    private final Random random;

    RandomKeys(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String next() {
        int kind = random.nextInt(100);
        if (kind == 0) {
            return "Control+a";
        }
        List<String> keys = kind < 30 ? LETTERS : kind < 65 ? EDITS : MOVES;
        return keys.get(random.nextInt(keys.size()));
    }
}
