package org.galley.intake;

import org.galley.intake.text.Recognised;
import org.galley.story.Script;

/** Guesses the language of a wire text, as a suggestion that the person sees and can change. */
final class LanguageGuess {
    private LanguageGuess() {}

    static String of(Recognised recognised) {
        StringBuilder text = new StringBuilder(recognised.headline());
        recognised.paragraphs().forEach(paragraph -> text.append(' ').append(paragraph));
        return Script.language(text.toString());
    }
}
