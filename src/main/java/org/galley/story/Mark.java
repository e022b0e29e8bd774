package org.galley.story;

import java.util.Locale;
import java.util.Optional;

/** A way in which a stretch of inline text is set apart; declared in the order in which elements nest, outermost first. */
public enum Mark {
    STRONG,
    EM,
    SUB,
    SUP,
    S,
    CODE;

    /** The HTML element that prints this mark, in lower case. */
    public String element() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The mark that an HTML element stands for; {@code b} and {@code i} are read as their meaning, {@code del} and
     * {@code strike} as {@code s}.
     *
     * @param element an element name in lower case
     */
    public static Optional<Mark> ofElement(String element) {
        return switch (element) {
            case "strong", "b" -> Optional.of(STRONG);
            case "em", "i" -> Optional.of(EM);
            case "sub" -> Optional.of(SUB);
            case "sup" -> Optional.of(SUP);
            case "s", "strike", "del" -> Optional.of(S);
            case "code", "tt", "kbd", "samp" -> Optional.of(CODE);
            default -> Optional.empty();
        };
    }
}
