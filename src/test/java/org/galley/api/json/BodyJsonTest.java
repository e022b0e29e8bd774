package org.galley.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.galley.api.json.Given.faultsOf;
import static org.galley.api.json.Given.json;
import static org.galley.api.json.Given.newStory;
import static org.galley.api.json.Given.violationsOf;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.Violation;
import org.galley.story.Block;
import org.galley.story.Inline;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyJsonTest {

    private static List<Block> body(String blocks) {
        return StoryJson.read(json("{'body':[" + blocks + "]}"), newStory())
                .story()
                .body();
    }

    private static String htmlOf(String html) {
        return ((Block.Paragraph) body("{'id':'a','type':'paragraph','html':'" + html + "'}")
                        .get(0))
                .inline()
                .html();
    }

    @Test
    void a_block_without_an_id_gets_one_that_nobody_else_in_the_body_has() {
        // The issuer's first two ids stand further down: they must not be issued again.
        var issuer = Given.ids();
        String first = issuer.next();
        String second = issuer.next();
        List<Block> body = body("{'type':'paragraph'},{'type':'paragraph','id':null},{'id':'" + first
                + "','type':'paragraph'},{'id':'" + second + "','type':'paragraph'}");
        assertThat(body).extracting(Block::id).doesNotHaveDuplicates().contains(first, second);
    }

    @Test
    void a_repeated_id_stays_with_the_first_block_and_is_reported() {
        StoryInput read = StoryJson.read(
                json("{'body':[{'id':'a','type':'paragraph','html':'1'},{'id':'a','type':'paragraph','html':'2'}]}"),
                newStory());
        List<Block> body = read.story().body();
        assertThat(body.get(0)).isEqualTo(Given.paragraph("a", "1"));
        assertThat(body.get(1)).isEqualTo(Given.paragraph(body.get(1).id(), "2"));
        assertThat(body.get(1).id()).isNotEqualTo("a");
        assertThat(read.warnings())
                .containsExactly(new Violation(
                        "/body/1/id",
                        "the id a stands more than once; here it was replaced by "
                                + body.get(1).id(),
                        "repeated-id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "ї", "123456789012345678901234567890123", "a/b", "<b>"})
    void a_malformed_id_is_refused(String id) {
        assertThat(faultsOf("{'body':[{'id':'" + id + "','type':'paragraph'}]}"))
                .containsExactly("/body/0/id form");
    }

    @Test
    void a_block_says_its_type() {
        assertThat(faultsOf("{'body':[{'html':'x'},{'type':'video'},{'type':3},'words',null]}"))
                .containsExactly(
                        "/body/0/type required",
                        "/body/1/type choice",
                        "/body/2/type type",
                        "/body/2/type choice",
                        "/body/3 type",
                        "/body/4 type");
        assertThat(violationsOf("{'body':[{'type':'video'}]}").get(0).message())
                .isEqualTo("type is one of paragraph, subheading, quote, list, image, embed");
    }

    @Test
    void a_subheading_is_of_level_two_unless_it_says_three() {
        assertThat(body("{'id':'a','type':'subheading','html':'x'},{'id':'b','type':'subheading','level':3}"))
                .containsExactly(
                        new Block.Subheading("a", 2, Inline.of("x")), new Block.Subheading("b", 3, Inline.EMPTY));
        assertThat(faultsOf("{'body':[{'type':'subheading','level':1},{'type':'subheading','level':2.5},"
                        + "{'type':'subheading','level':1e99},{'type':'subheading','level':'2'}]}"))
                .containsExactly(
                        "/body/0/level range", "/body/1/level range", "/body/2/level range", "/body/3/level type");
    }

    @Test
    void a_list_takes_items_or_the_lines_of_its_html() {
        assertThat(body("{'id':'a','type':'list','ordered':true,'items':['one','<i>two</i>'],'html':'ignored'}"))
                .containsExactly(new Block.Listing("a", true, List.of(Inline.of("one"), Inline.parse("<em>two</em>"))));
        assertThat(body("{'id':'a','type':'list','html':'<b>one<br>two</b> and<br/><br> three'}"))
                .containsExactly(new Block.Listing(
                        "a",
                        false,
                        List.of(Inline.parse("<b>one</b>"), Inline.parse("<b>two</b> and"), Inline.of("three"))));
        assertThat(faultsOf("{'body':[{'type':'list','items':['a',1]},{'type':'list','items':'a'},"
                        + "{'type':'list','ordered':'yes'}]}"))
                .containsExactly("/body/0/items/1 type", "/body/1/items type", "/body/2/ordered type");
    }

    @Test
    void a_block_without_text_takes_no_words() {
        assertThat(body("{'id':'a','type':'image','html':''},{'id':'b','type':'embed','html':null}"))
                .hasSize(2);
        assertThat(faultsOf("{'body':[{'type':'image','html':'words'}]}")).containsExactly("/body/0/html form");
    }

    @Test
    void hostile_html_leaves_only_words() {
        assertThat(htmlOf("a<script>alert(1)</script>b")).isEqualTo("ab");
        assertThat(htmlOf("<img src=x onerror=alert(1)>hi")).isEqualTo("hi");
        assertThat(htmlOf("<a href=javascript:alert(1)>x</a>")).isEqualTo("x");
        assertThat(htmlOf("<a href=' JaVaScRiPt:alert(1)'>x</a>".replace("'", "&#39;")))
                .isEqualTo("x");
        assertThat(htmlOf("<b onclick=alert(1) style=color:red>x</b>")).isEqualTo("<strong>x</strong>");
        assertThat(htmlOf("<svg><style><img src=x onerror=alert(1)></style></svg>x"))
                .doesNotContain("onerror");
        assertThat(htmlOf("<math><mi><mglyph><svg><mtext><style><a title=</style><img src onerror=alert(1)>"))
                .doesNotContain("<img", "<svg", "<style");
        assertThat(htmlOf("&lt;script&gt;alert(1)&lt;/script&gt;")).isEqualTo("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(htmlOf("<iframe srcdoc=x></iframe><base href=//evil><form action=/x><input name=y>ok"))
                .isEqualTo("ok");
        assertThat(htmlOf("a\\u0000b\\u202Ec")).doesNotContain("\u0000");
    }

    @Test
    void html_has_a_limit_as_given_and_as_kept() {
        assertThat(htmlOf("x".repeat(50_000))).hasSize(50_000);
        assertThat(faultsOf("{'body':[{'type':'paragraph','html':'" + "x".repeat(50_001) + "'}]}"))
                .containsExactly("/body/0/html too-long");
        assertThat(faultsOf("{'body':[{'type':'paragraph','html':'" + "&".repeat(20_000) + "'}]}"))
                .containsExactly("/body/0/html too-long");
        String items = String.join(",", Collections.nCopies(3, "'" + "x".repeat(20_000) + "'"));
        assertThat(faultsOf("{'body':[{'type':'list','items':[" + items + "]}]}"))
                .containsExactly("/body/0/items too-long");
    }

    @Test
    void a_body_has_at_most_two_thousand_blocks() {
        assertThat(body(String.join(",", Collections.nCopies(2_000, "{'type':'paragraph','html':'x'}"))))
                .hasSize(2_000);
        assertThat(faultsOf("{'body':[" + String.join(",", Collections.nCopies(2_001, "{}")) + "]}"))
                .containsExactly("/body too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<a href=/x>", "<div>", "<b><i>", "<p><a>", "&#x26;", "<table>", "</b>", "<b></i>"})
    void html_made_to_be_slow_is_read_in_bounded_time(String unit) {
        String html = unit.repeat(49_000 / unit.length());
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            try {
                htmlOf(html);
            } catch (ProblemException refused) {
                assertThat(refused.problem().violations())
                        .extracting(Violation::rule)
                        .containsOnly("too-long");
            }
        });
    }
}
