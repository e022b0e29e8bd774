package org.galley.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Instant AT = Instant.parse("2026-11-27T09:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>\r\nBcc: everybody@example.org & {0} 'quoted'";

    private static Letter letter(List<String> actors, News... news) {
        return new Letter("The Galley", "https://desk.example", List.of(news), actors);
    }

    private static News news(NotificationKind kind, String subject, String note) {
        return new News(kind, 17L, subject, "editor", AT, note, "/write/17");
    }

    @Test
    void a_letter_says_what_happened_by_whom_and_where() {
        Letter letter =
                letter(List.of("Demo Editor"), news(NotificationKind.SENT_BACK, "Water found", "Name a source."));
        assertThat(letter.subject()).isEqualTo("[The Galley] Your story was sent back, by Demo Editor: Water found");
        assertThat(letter.text())
                .startsWith("Your story was sent back, by Demo Editor:\nWater found\n> Name a source.\n"
                        + "https://desk.example/write/17\n\n-- \n");
        Document html = Jsoup.parse(letter.html());
        assertThat(html.select("a").first().attr("href")).isEqualTo("https://desk.example/write/17");
        assertThat(html.select("blockquote").text()).isEqualTo("Name a source.");
    }

    @Test
    void other_peoples_words_stay_words() {
        Letter letter = letter(List.of(HOSTILE), news(NotificationKind.COMMENT, HOSTILE, HOSTILE));
        assertThat(letter.subject()).doesNotContain("\r", "\n").contains("{0} 'quoted'");
        Document html = Jsoup.parse(letter.html());
        assertThat(html.select("script")).isEmpty();
        assertThat(html.select("b").text()).startsWith("<script>alert(1)</script>");
        assertThat(letter.text()).contains("{0} 'quoted'");
    }

    @Test
    void of_a_comment_that_was_deleted_nothing_but_that_is_said() {
        News gone = new News(NotificationKind.COMMENT, 17L, "Water found", "editor", AT, null, "/write/17", 5L);
        Letter letter = letter(List.of("Demo Editor"), gone);
        assertThat(letter.text())
                .startsWith(
                        "Somebody commented on your story, by Demo Editor:\nWater found\nComment deleted\nhttps://");
        assertThat(Jsoup.parse(letter.html()).select("p").get(1).text()).isEqualTo("Comment deleted");
    }

    @Test
    void several_are_one_letter_and_what_nobody_did_names_nobody() {
        Letter letter = letter(
                Arrays.asList("Demo Editor", null),
                news(NotificationKind.APPROVED, "", null),
                news(NotificationKind.HELD, "Late", null));
        assertThat(letter.subject()).isEqualTo("[The Galley] 2 notifications");
        assertThat(letter.text())
                .contains("Your story is approved, by Demo Editor:\nWithout a headline")
                .contains("The publication of a story is held back:\nLate");
    }

    @Test
    void the_daily_letter_comes_the_next_morning_in_the_desks_zone() {
        ZoneId kyiv = ZoneId.of("Europe/Kyiv");
        assertThat(Telling.nextMorning(Instant.parse("2026-11-27T04:59:00Z"), kyiv))
                .isEqualTo(Instant.parse("2026-11-27T05:00:00Z"));
        assertThat(Telling.nextMorning(Instant.parse("2026-11-27T05:00:00Z"), kyiv))
                .isEqualTo(Instant.parse("2026-11-28T05:00:00Z"));
        assertThat(Telling.nextMorning(Instant.parse("2026-03-28T22:00:00Z"), kyiv))
                .isEqualTo(Instant.parse("2026-03-29T04:00:00Z"));
    }
}
