package org.galley.publishing.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTextTest {
    private static final Instant AT = Instant.parse("2024-12-04T14:28:59Z");
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 16:28, 4 December 2024",
                "en-GB | 16:28, 4 December 2024",
                "de | 16:28, 4. Dezember 2024",
                "uk | 16:28, 4 грудня 2024 р.",
                "fr | 16:28, 4 décembre 2024",
                "not a language | 16:28, 4 December 2024"
            })
    void a_time_is_told_in_the_page_s_language(String language, String shown) {
        assertThat(new ReaderText(language, KYIV).moment(AT).shown()).isEqualTo(shown);
    }

    @Test
    void machines_read_the_time_to_the_second_with_its_offset() {
        assertThat(new ReaderText("en", KYIV).moment(AT).iso()).isEqualTo("2024-12-04T16:28:59+02:00");
        assertThat(new ReaderText("en", ZoneId.of("UTC")).moment(AT).iso()).isEqualTo("2024-12-04T14:28:59Z");
    }

    @ParameterizedTest
    @CsvSource({
        "ar,rtl",
        "he,rtl",
        "iw,rtl",
        "fa-IR,rtl",
        "ur,rtl",
        "yi,rtl",
        "az-Arab,rtl",
        "ku-Arab,rtl",
        "en,ltr",
        "uk,ltr",
        "ks-Deva,ltr",
        "ja,ltr"
    })
    void the_direction_is_that_of_the_script(String language, String direction) {
        assertThat(new ReaderText(language, KYIV).direction()).isEqualTo(direction);
    }

    @Test
    void a_language_without_words_of_its_own_speaks_english_whatever_the_server_speaks() {
        Locale server = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(new ReaderText("fr", KYIV).words()).containsEntry("advertisement", "Advertisement");
            assertThat(new ReaderText("de-AT", KYIV).words()).containsEntry("advertisement", "Anzeige");
        } finally {
            Locale.setDefault(server);
        }
    }

    @Test
    void open_graph_writes_languages_with_an_underscore() {
        assertThat(new ReaderText("en-GB", KYIV).openGraphLocale()).isEqualTo("en_GB");
        assertThat(new ReaderText("uk", KYIV).openGraphLocale()).isEmpty();
    }
}
