package org.galley.web.write;

import java.io.Serializable;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A language that a story can be in.
 *
 * @param tag BCP 47, never empty
 * @param name in English
 */
public record LanguageName(String tag, String name) implements Serializable {
    /** Those that newsrooms here write in most. */
    private static final List<String> OFFERED = List.of(
            "en", "ar", "bg", "cs", "de", "el", "es", "et", "fa", "fr", "he", "hu", "it", "ja", "ka", "ko", "lt", "lv",
            "nl", "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk", "ur", "zh");

    /** The languages to choose from by their names, the given one among them. */
    static List<LanguageName> around(String current) {
        List<String> tags = new ArrayList<>(OFFERED);
        if (!current.isBlank() && !tags.contains(current)) {
            tags.add(current);
        }
        return tags.stream()
                .map(tag -> new LanguageName(tag, Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH)))
                .sorted(Comparator.comparing(LanguageName::name, Collator.getInstance(Locale.ENGLISH)))
                .toList();
    }
}
