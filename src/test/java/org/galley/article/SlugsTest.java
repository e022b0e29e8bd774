package org.galley.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What addresses are made of headlines in several scripts. */
class SlugsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Storm closes the harbour bridge|storm-closes-the-harbour-bridge",
                "Größe, Äpfel und Übermut|groesse-aepfel-und-uebermut",
                "Æble på Øresund|aeble-pa-oresund",
                "Щучин і Київ|shchuchyn-i-kyiv",
                "Єнакієве, Їжакевич, Йосипівка, Юрій, Яготин|yenakiieve-yizhakevych-yosypivka-yurii-yahotyn",
                "Згурський пом’янув Розгон|zghurskyi-pomianuv-rozghon",
                "Съёмки фильма о дождях|semky-fylma-o-dozhdiakh",
                "Ο άνεμος στη Θεσσαλονίκη|o-anemos-sti-thessaloniki",
                "جسر الميناء يفتح قبل شهر|jsr-almyna-yfth-qbl-shhr",
                "حـــادث في ٢٠٢٤|hadth-fy-2024",
                "Élysée: 3 % de moins|elysee-3-de-moins",
                "— « — »|story"
            })
    void a_headline_is_spelled_with_small_latin_letters(String headline, String slug) {
        assertThat(Slugs.of(headline)).isEqualTo(slug);
    }

    @Test
    void a_long_headline_is_cut_between_words() {
        String slug = Slugs.of("word ".repeat(40));
        assertThat(slug).hasSizeLessThanOrEqualTo(80).endsWith("word").doesNotEndWith("-");
    }
}
