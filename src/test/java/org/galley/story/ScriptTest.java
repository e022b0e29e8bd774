package org.galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which language a text may be in by its letters, and when a story's language goes with them. */
class ScriptTest {
    private static Story story(String language, String text) {
        Header header = Header.EMPTY.withLanguage(language).withHeadline(text);
        return new Story(header, List.of(new Block.Paragraph("a", Inline.of(text))));
    }

    private static String following(Story before, String text) {
        return Script.following(before, story(before.header().language(), text))
                .header()
                .language();
    }

    @Test
    void letters_name_a_language() {
        assertThat(Script.language("وصل القطار")).isEqualTo("ar");
        assertThat(Script.language("הרכבת הגיעה")).isEqualTo("he");
        assertThat(Script.language("Новини дня")).isEqualTo("uk");
        assertThat(Script.language("Їжак і \"ёлка\"")).isEqualTo("uk");
        assertThat(Script.language("Выборы мэра")).isEqualTo("ru");
        assertThat(Script.language("市长说")).isEqualTo("zh");
        assertThat(Script.language("市長は言った")).isEqualTo("ja");
        assertThat(Script.language("시장이 말했다")).isEqualTo("ko");
        assertThat(Script.language("Ο δήμαρχος")).isEqualTo("el");
        assertThat(Script.language("Der Bürgermeister")).isEqualTo("en");
        assertThat(Script.language("")).isEqualTo("en");
    }

    @Test
    void a_language_that_nobody_chose_goes_with_the_letters() {
        Story none = new Story(Header.EMPTY, List.of());
        assertThat(following(none, "وصل القطار")).isEqualTo("ar");
        assertThat(following(story("ja", "市長は"), "市长说")).isEqualTo("zh");
        assertThat(following(story("ar", "وصل"), "The train")).isEqualTo("en");
        assertThat(following(story("ar", "وصل"), ""))
                .as("nothing to guess from")
                .isEqualTo("ar");
    }

    @Test
    void a_language_that_is_no_guess_stays() {
        assertThat(following(story("fa", ""), "وصل القطار")).isEqualTo("fa");
        assertThat(following(story("en", "وصل"), "وصل القطار")).isEqualTo("en");
        assertThat(following(story("de", "Der Zug"), "وصل القطار")).isEqualTo("de");
    }
}
