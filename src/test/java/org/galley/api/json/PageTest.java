package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.galley.api.json.Given.problemOf;

import jakarta.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.galley.api.problem.Problem;
import org.galley.story.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final PageKey BY_TIME = new PageKey("articles by time", 2);
    private static final PageKey BY_NUMBER = new PageKey("revisions", 1);

    private static Problem refusalOf(String limit, String after, PageKey key) {
        return problemOf(() -> PageRequest.parse(limit, after, key));
    }

    @Test
    void without_parameters_it_is_the_first_fifty() {
        assertThat(PageRequest.parse(null, null, BY_TIME)).isEqualTo(new PageRequest(50, List.of()));
        assertThat(PageRequest.parse("", "", BY_TIME).isFirst()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "201, 200", "999999999, 200", "007, 7"})
    void a_limit_is_granted_up_to_two_hundred(String given, int granted) {
        assertThat(PageRequest.parse(given, null, BY_TIME).limit()).isEqualTo(granted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "ten", "1.5", " 5", "99999999999", "٣", "+5"})
    void a_limit_that_is_no_number_from_one_is_refused(String given) {
        Problem problem = refusalOf(given, null, BY_TIME);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.toJson().getString("parameter")).isEqualTo("limit");
    }

    @Property
    void a_cursor_gives_back_the_place_for_which_it_stands(
            @ForAll @Size(2) List<@StringLength(max = 40) String> given) {
        // A lone surrogate has no UTF-8 form; sort values are times, numbers and ids.
        List<String> place = given.stream().map(PlainText::line).toList();
        String cursor = BY_TIME.encode(place);
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(PageRequest.parse("5", cursor, BY_TIME).after()).isEqualTo(place);
    }

    @Property
    void a_cursor_that_was_touched_is_refused(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 10_000) int other) {
        String cursor = BY_TIME.encode(List.of("2024-12-04T14:28:00Z", "k3"));
        int at = place % cursor.length();
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ .";
        char changed = letters.charAt(other % letters.length());
        String touched = cursor.substring(0, at) + changed + cursor.substring(at + 1);
        if (!touched.equals(cursor)) {
            assertThat(refusalOf("5", touched, BY_TIME).status()).isEqualTo(400);
        }
    }

    @Test
    void a_cursor_of_another_list_or_cut_or_padded_is_refused() {
        String cursor = BY_NUMBER.encode(List.of("17"));
        assertThat(refusalOf(null, cursor, BY_TIME).toJson().getString("parameter"))
                .isEqualTo("after");
        assertThat(refusalOf(null, cursor, new PageKey("comments", 1)).status()).isEqualTo(400);
        assertThat(refusalOf(null, cursor.substring(1), BY_NUMBER).status()).isEqualTo(400);
        assertThat(refusalOf(null, cursor + "=", BY_NUMBER).status()).isEqualTo(400);
        assertThat(refusalOf(null, cursor + "A", BY_NUMBER).status()).isEqualTo(400);
        assertThat(refusalOf(null, "A", BY_NUMBER).status()).isEqualTo(400);
        assertThat(refusalOf(null, "x".repeat(100_000), BY_NUMBER).status()).isEqualTo(400);
    }

    @Test
    void a_forged_value_is_refused_where_it_is_read() {
        PageRequest request = PageRequest.parse(null, BY_TIME.encode(List.of("2024-12-04T14:28:00Z", "x")), BY_TIME);
        assertThat(request.after(0, Instant::parse)).isEqualTo(Instant.parse("2024-12-04T14:28:00Z"));
        assertThat(problemOf(() -> request.after(1, Long::valueOf)).status()).isEqualTo(400);
    }

    @Test
    void an_order_has_as_many_values_as_it_says() {
        assertThatIllegalArgumentException().isThrownBy(() -> BY_TIME.encode(List.of("one")));
    }

    @Property
    void pages_put_together_are_the_list(
            @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(min = 1, max = 20) int limit) {
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        List<Integer> seen = new ArrayList<>();
        String next = null;
        do {
            PageRequest asked = PageRequest.parse("" + limit, next, BY_NUMBER);
            int from = asked.isFirst() ? 0 : asked.after(0, Integer::valueOf) + 1;
            List<Integer> fetched = all.subList(from, Math.min(size, from + limit + 1));
            Page<Integer> page = Page.of(fetched, asked, BY_NUMBER, n -> List.of("" + n));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            next = page.next();
        } while (next != null);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void a_page_says_its_items_and_where_to_go_on() {
        PageRequest two = PageRequest.parse("2", null, BY_NUMBER);
        Page<Integer> page = Page.of(List.of(1, 2, 3), two, BY_NUMBER, n -> List.of("" + n));
        String next = BY_NUMBER.encode(List.of("2"));
        assertThat(page.toJson(n -> Json.createValue(n))).hasToString("{\"items\":[1,2],\"next\":\"" + next + "\"}");
        assertThat(new Page<>(List.<Integer>of(), null).toJson(n -> Json.createValue(n)))
                .hasToString("{\"items\":[],\"next\":null}");
    }
}
