package org.galley.intake.text;

import java.util.OptionalInt;
import java.util.Set;
import org.galley.intake.text.Tokens.Token;

/** Reads a line that says nothing but how long the story takes to read: "3 min read", "Lesezeit: 3 Minuten", "3 хв читання". */
final class ReadingTimeLine {
    private static final Set<String> MINUTES =
            words("min mins minute minutes minuten хв хвилина хвилини хвилин хвилину мин минута минуты минут минуту");

    private static final Set<String> READING =
            words("read reading readtime lesezeit lesedauer lesen читання читати чтения чтение читать lecture lire");

    private static final Set<String> AROUND = words(
            "time estimated average about approx approximately est ca circa etwa час времени время temps durée de à"
                    + " на для около приблизно");

    private static final String SIGNS = ".,:;|·•-–—~≈<>()[]/\u23f1\u23f2\u23f0\u231a\ufe0f\ud83d\udcd6";

    /** More than a day's reading is no claim about a story. */
    private static final int MOST_MINUTES = 999;

    private ReadingTimeLine() {}

    /** The minutes that the line claims, 0 to 999, or nothing if it says anything else. */
    static OptionalInt read(String line) {
        Tokens tokens = Tokens.of(line);
        int minutes = -1;
        boolean unit = false;
        boolean reading = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.at(i);
            switch (token.kind()) {
                case NUMBER -> {
                    if (minutes >= 0 || token.value() > MOST_MINUTES) {
                        return OptionalInt.empty();
                    }
                    minutes = token.value();
                }
                case WORD -> {
                    unit |= token.word(MINUTES);
                    reading |= token.word(READING);
                    if (!token.word(MINUTES) && !token.word(READING) && !token.word(AROUND)) {
                        return OptionalInt.empty();
                    }
                }
                default -> {
                    if (!SIGNS.contains(token.text())) {
                        return OptionalInt.empty();
                    }
                }
            }
        }
        return minutes >= 0 && unit && reading ? OptionalInt.of(minutes) : OptionalInt.empty();
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
