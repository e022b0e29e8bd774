package org.galley.intake;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import org.galley.intake.text.Recognised;

/** Guesses the language of a text from its script, as a suggestion that the person sees and can change. */
final class LanguageGuess {
    private LanguageGuess() {}

    static String of(Recognised recognised) {
        Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
        StringBuilder text = new StringBuilder(recognised.headline());
        recognised.paragraphs().forEach(paragraph -> text.append(' ').append(paragraph));
        text.codePoints()
                .filter(Character::isLetter)
                .forEach(point -> scripts.merge(UnicodeScript.of(point), 1, Integer::sum));
        UnicodeScript most = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.LATIN);
        return switch (most) {
            case CYRILLIC -> text.chars().anyMatch(c -> "іїєґІЇЄҐ".indexOf(c) >= 0) ? "uk" : "ru";
            case ARABIC -> "ar";
            case HEBREW -> "he";
            case GREEK -> "el";
            case HAN -> "zh";
            case HIRAGANA, KATAKANA -> "ja";
            case HANGUL -> "ko";
            default -> "en";
        };
    }
}
