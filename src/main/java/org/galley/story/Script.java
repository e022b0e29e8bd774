package org.galley.story;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells by the letters of a text which language it may be in while nobody has chosen one, and which ones it cannot be in. */
public final class Script {
    /** Languages that are written in other than Latin letters (CLDR, likely subtags). */
    private static final Map<String, UnicodeScript> OF_LANGUAGE = Map.ofEntries(
            Map.entry("ar", UnicodeScript.ARABIC),
            Map.entry("ckb", UnicodeScript.ARABIC),
            Map.entry("fa", UnicodeScript.ARABIC),
            Map.entry("ps", UnicodeScript.ARABIC),
            Map.entry("sd", UnicodeScript.ARABIC),
            Map.entry("ug", UnicodeScript.ARABIC),
            Map.entry("ur", UnicodeScript.ARABIC),
            Map.entry("he", UnicodeScript.HEBREW),
            Map.entry("yi", UnicodeScript.HEBREW),
            Map.entry("be", UnicodeScript.CYRILLIC),
            Map.entry("bg", UnicodeScript.CYRILLIC),
            Map.entry("mk", UnicodeScript.CYRILLIC),
            Map.entry("ru", UnicodeScript.CYRILLIC),
            Map.entry("uk", UnicodeScript.CYRILLIC),
            Map.entry("el", UnicodeScript.GREEK),
            Map.entry("hy", UnicodeScript.ARMENIAN),
            Map.entry("ka", UnicodeScript.GEORGIAN),
            Map.entry("hi", UnicodeScript.DEVANAGARI),
            Map.entry("bn", UnicodeScript.BENGALI),
            Map.entry("ta", UnicodeScript.TAMIL),
            Map.entry("th", UnicodeScript.THAI),
            Map.entry("ja", UnicodeScript.HAN),
            Map.entry("zh", UnicodeScript.HAN),
            Map.entry("ko", UnicodeScript.HANGUL));

    /** Languages that newspapers write in Latin letters; of all that stand in neither list nothing is said. */
    private static final Set<String> LATIN = Set.of(
            "ca", "cs", "da", "de", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "id", "is", "it", "lt", "lv", "nb",
            "nl", "nn", "no", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tr", "vi");

    private Script() {}

    /** A BCP 47 tag; {@code en} for anything in Latin letters, and for none. */
    public static String language(String text) {
        return switch (most(text).orElse(UnicodeScript.LATIN)) {
            case CYRILLIC -> hasAny(text, "ыэъёЫЭЪЁ") && !hasAny(text, "іїєґІЇЄҐ") ? "ru" : "uk";
            case ARABIC -> "ar";
            case HEBREW -> "he";
            case GREEK -> "el";
            case HAN -> text.codePoints().anyMatch(Script::isKana) ? "ja" : "zh";
            case HANGUL -> "ko";
            default -> "en";
        };
    }

    /**
     * The same story in the language of its letters, if the language was no more than a guess before.
     *
     * @param before the story that it was made of; a new one is empty, in {@code en}
     */
    public static Story following(Story before, Story now) {
        String text = words(now);
        boolean isGuess = before.header().language().equals(language(words(before)));
        return isGuess && most(text).isPresent() ? now.withHeader(now.header().withLanguage(language(text))) : now;
    }

    /** Whether the language is the one that the letters say, so that it goes with them until another one is chosen. */
    public static boolean isGuess(Story story) {
        String text = words(story);
        return most(text).isPresent() && story.header().language().equals(language(text));
    }

    /** Whether a story's letters are those of its language, as far as both are known. */
    public static boolean fits(Story story) {
        Optional<UnicodeScript> wanted = of(story.header().language());
        return wanted.isEmpty()
                || most(words(story)).filter(is -> is != wanted.get()).isEmpty();
    }

    private static Optional<UnicodeScript> of(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (!locale.getScript().isEmpty()) {
            return named(locale.getScript());
        }
        return Optional.ofNullable(OF_LANGUAGE.get(locale.getLanguage()))
                .or(() -> LATIN.contains(locale.getLanguage()) ? Optional.of(UnicodeScript.LATIN) : Optional.empty());
    }

    /** @param code of ISO 15924 */
    private static Optional<UnicodeScript> named(String code) {
        return switch (code) {
            case "Hans", "Hant", "Jpan" -> Optional.of(UnicodeScript.HAN);
            case "Kore" -> Optional.of(UnicodeScript.HANGUL);
            default -> {
                try {
                    yield Optional.of(UnicodeScript.forName(code));
                } catch (IllegalArgumentException e) {
                    yield Optional.empty();
                }
            }
        };
    }

    private static String words(Story story) {
        return story.header().headline() + "\n" + story.header().standfirst() + "\n" + story.text();
    }

    /** The script of most letters, Han for kana as well; empty without any letter. */
    private static Optional<UnicodeScript> most(String text) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(point ->
                        scripts.merge(isKana(point) ? UnicodeScript.HAN : UnicodeScript.of(point), 1, Integer::sum));
        return scripts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private static boolean isKana(int point) {
        UnicodeScript script = UnicodeScript.of(point);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA;
    }

    private static boolean hasAny(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }
}
