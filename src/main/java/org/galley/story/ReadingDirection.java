package org.galley.story;

import java.util.Locale;
import java.util.Set;

/** Says from which side a language is read, for pages that show a story and for whoever reckons how high they get. */
public enum ReadingDirection {
    LTR,
    RTL;

    /** Languages that are written from right to left unless their tag names another script (CLDR, characterOrder). */
    private static final Set<String> RIGHT_TO_LEFT_LANGUAGES = Set.of(
            "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur", "yi", "ji");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS =
            Set.of("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

    /** @param language a BCP 47 tag; one that is none is read from the left */
    public static ReadingDirection of(String language) {
        Locale locale = Locale.forLanguageTag(language);
        boolean rightToLeft = locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT_LANGUAGES.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
        return rightToLeft ? RTL : LTR;
    }

    /** The value of {@code dir} in HTML. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
