package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {

    private static Problem refusalOf(String body) {
        return refusalOf(body.getBytes(StandardCharsets.UTF_8), 10_000);
    }

    private static Problem refusalOf(byte[] body, int maxBytes) {
        return Given.problemOf(() -> JsonBody.parse(new ByteArrayInputStream(body), maxBytes));
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);
    }

    @Test
    void a_plain_object_is_read_with_all_its_kinds_of_values() {
        String text = "{\"s\":\"\\u0456\\n\",\"n\":[1,-2.50,1e3],\"b\":[true,false,null],\"o\":{}}";
        assertThat(Given.raw(text.getBytes(StandardCharsets.UTF_8)))
                .hasToString("{\"s\":\"\u0456\\n\",\"n\":[1,-2.50,1E+3],\"b\":[true,false,null],\"o\":{}}");
    }

    @Test
    void a_byte_order_mark_is_ignored() {
        assertThat(Given.raw("\uFEFF{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"tab\there\"}",
                "{\"a\":[1,]}",
                "{\"a\":[1}",
                "{} {}",
                "{}x",
                "{},",
                "{}]",
                "// comment\n{}",
                "nonsense"
            })
    void what_is_not_one_well_formed_object_is_refused(String body) {
        Problem problem = refusalOf(body);
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).hasToString("urn:galley:problem:malformed-json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true", "[{}]"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThat(refusalOf(body).detail()).isEqualTo("A JSON object is needed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t"})
    void an_empty_body_is_refused_as_such(String body) {
        assertThat(refusalOf(body).detail()).isEqualTo("The body is empty, a JSON object is needed.");
    }

    @Test
    void the_refusal_names_line_and_column_and_never_quotes_the_body() {
        Problem problem = refusalOf("{\n  \"headline\": secret\n}");
        assertThat(problem.detail()).startsWith("This is not well-formed JSON: line 2, column ");
        assertThat(problem.toJson().getInt("line")).isEqualTo(2);
        assertThat(problem.toJson().getInt("column")).isBetween(15, 16);
        assertThat(problem.toJson().toString()).doesNotContain("secret");
    }

    @Test
    void a_member_that_stands_twice_is_refused_at_every_level() {
        assertThat(refusalOf("{\"a\":1,\"b\":2,\"a\":1}").detail())
                .startsWith("A member stands twice in one object: line 1");
        assertThat(refusalOf("{\"x\":[{\"a\":1,\"\\u0061\":1}]}").detail()).startsWith("A member stands twice");
        assertThat(Given.json("{'a':{'a':{'a':1}},'b':[{'a':1},{'a':2}]}")).hasSize(2);
    }

    @Test
    void nesting_ends_at_sixty_four_levels() {
        assertThat(Given.raw(nested(64).getBytes(StandardCharsets.UTF_8))).hasSize(1);
        assertThat(refusalOf(nested(65)).detail()).startsWith("The JSON nests deeper than 64 levels");
        String arrays = "{\"a\":" + "[".repeat(4_000) + "]".repeat(4_000) + "}";
        assertThat(refusalOf(arrays).detail()).startsWith("The JSON nests deeper than 64 levels");
    }

    @Test
    void a_body_may_fill_its_limit_and_not_one_byte_more() throws IOException {
        byte[] ten = "{\"ї\":123}".getBytes(StandardCharsets.UTF_8);
        assertThat(ten).hasSize(10);
        assertThat(JsonBody.parse(new ByteArrayInputStream(ten), 10)).hasSize(1);
        Problem problem = refusalOf(ten, 9);
        assertThat(problem.status()).isEqualTo(413);
        assertThat(problem.toJson().getInt("maxBytes")).isEqualTo(9);
    }

    @Test
    void a_body_without_end_is_left_after_its_limit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
        assertThat(Given.problemOf(() -> JsonBody.parse(endless, 1_000)).status())
                .isEqualTo(413);
    }

    @Test
    void bytes_that_are_no_utf8_are_refused_with_their_place() {
        byte[] windows1251 = {'{', '"', 'a', '"', ':', '"', (byte) 0xD8, (byte) 0xF2, '"', '}'};
        assertThat(refusalOf(windows1251, 100).detail()).isEqualTo("The body is not UTF-8 at byte 7.");
        byte[] overlong = {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        assertThat(refusalOf(overlong, 100).detail()).isEqualTo("The body is not UTF-8 at byte 3.");
        assertThat(refusalOf("{}".getBytes(StandardCharsets.UTF_16BE), 100).status())
                .isEqualTo(400);
    }

    @Test
    void numbers_made_to_be_slow_are_refused() {
        assertThat(refusalOf("{\"a\":" + "9".repeat(101) + "}").detail())
                .startsWith("A number has more than 100 characters");
        assertThat(refusalOf("{\"a\":1e99999999999}").status()).isEqualTo(400);
        JsonObject huge = Given.json("{'a':1e999999999}");
        assertThat(Members.of(huge, new Faults()).integer("a", 5, 0, 10)).isEqualTo(5);
    }

    @Test
    void a_broken_connection_is_no_fault_of_the_json() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> JsonBody.parse(broken, 10)).isInstanceOf(IOException.class);
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.of(
                        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"b\":", "1", "-", "e9", "true", "null", " ",
                        "\\u", "\\uD800", "\uFEFF", "\u0000", "x", "0.5", "{}", "\"a\":1")
                .list()
                .ofMaxSize(14)
                .map(parts -> "{" + String.join("", parts));
    }

    @Property(tries = 3000)
    void whatever_comes_is_an_object_or_a_refusal(@ForAll("almostJson") String body) throws IOException {
        try {
            JsonObject read = JsonBody.parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), 1_000);
            assertThat(Given.raw(read.toString().getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(read);
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
        }
    }
}
