package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Placement for other systems, and the ad layout of an article, over HTTP with input that nobody should send. */
interface PlacementEdges {
    String SOLVE = "api/v1/placement/solve";

    URI base();

    /** The path of a new article with three paragraphs. */
    String created(String headline);

    private Http adManager() {
        return Http.person(base(), "admanager").with("Content-Type", "application/json");
    }

    private static String quoted(String text) {
        return text.replace('\'', '"');
    }

    @Test
    default void solving_explains_every_gap_in_figures_and_in_words_and_stores_nothing() {
        StringBuilder blocks = new StringBuilder("{'blocks':[");
        for (int i = 0; i < 13; i++) {
            blocks.append(i == 0 ? "" : ",")
                    .append("{'id':'b")
                    .append(i)
                    .append("','type':'paragraph','characters':300}");
        }
        String request = quoted(blocks + "],'pins':['b4'],'refused':['b7']}");
        Http.Answer first = adManager().send("POST", SOLVE, request).expect(200);
        JsonObject answer = first.json();
        assertThat(answer.getJsonArray("slots").toString()).contains("b4").doesNotContain("b7\"");
        assertThat(answer.getJsonArray("gaps")).hasSize(12).allSatisfy(value -> {
            JsonObject gap = value.asJsonObject();
            boolean refused = gap.getString("verdict").equals("refused");
            assertThat(gap.getJsonArray("broken").isEmpty()).isEqualTo(!refused);
            assertThat(gap.containsKey("regret"))
                    .isEqualTo(gap.getString("verdict").equals("allowed"));
            assertThat(gap.getJsonArray("explanation")).isNotEmpty();
        });
        assertThat(answer.getJsonObject("estimateWithin").getJsonNumber("total").doubleValue())
                .isEqualTo(0.05);
        assertThat(adManager().send("POST", SOLVE, request).expect(200).body()).isEqualTo(first.body());
    }

    @Test
    default void absurd_figures_are_refused_and_never_a_fault_of_the_server() {
        String blocks = "{'blocks':[{'id':'a','type':'paragraph','characters':300}],'policy':";
        for (String policy : List.of(
                "{'cap':-1}",
                "{'cap':1000000000}",
                "{'cap':1e999999999}",
                "{'breakpoints':[{'name':'phone','charactersPerLine':0}]}",
                "{'breakpoints':[{'name':'phone','charactersPerLine':1e-320}]}",
                "{'breakpoints':[{'name':'phone','minGap':1e308}]}",
                "{'breakpoints':[{'name':'phone','minGap':NaN}]}",
                "{'breakpoints':[{'name':'phone','lineHeight':-24}]}",
                "[]")) {
            adManager().send("POST", SOLVE, quoted(blocks + policy + "}")).problem(400);
        }
        for (String body : List.of("", "[]", "{}", "{'blocks':{}}", "{'blocks':[null]}", "{'blocks':[{}]}")) {
            adManager().send("POST", SOLVE, quoted(body)).problem(400);
        }
        Http.nobody(base())
                .with("Content-Type", "application/json")
                .send("POST", SOLVE, quoted("{'blocks':[]}"))
                .problem(401);
    }

    @Test
    default void a_block_has_as_many_characters_as_figures_go() {
        String block = "{'blocks':[{'id':'a','type':'paragraph','characters':%d}]}";
        Http caller = Http.person(base(), "editor").with("Content-Type", "application/json");
        caller.send("POST", SOLVE, String.format(block, 1_000_000).replace('\'', '"'))
                .expect(200);
        JsonObject problem = caller.send(
                        "POST", SOLVE, String.format(block, 1_000_001).replace('\'', '"'))
                .problem(400);
        JsonObject violation = problem.getJsonArray("violations").getJsonObject(0);
        assertThat(violation.getString("pointer")).isEqualTo("/blocks/0/characters");
        assertThat(violation.toString()).contains("from 0 to 1000000");
    }

    @Test
    default void a_policy_is_kept_only_if_every_story_can_be_reckoned_with_it() {
        String policy = "api/v1/policies/sport";
        for (String figure : List.of("'minGap':1e-999999999", "'charactersPerLine':0.001", "'lineHeight':1000000")) {
            JsonObject problem = adManager()
                    .send("PUT", policy, quoted("{'breakpoints':[{'name':'phone'," + figure + "}]}"))
                    .problem(400);
            assertThat(problem.getJsonArray("violations")).hasSize(1);
        }
        adManager().get("catalogue/policies/sport");
        assertThat(adManager().get(policy).expect(200).body()).doesNotContain("999");
    }

    @Test
    default void the_report_and_the_bar_to_approval_say_the_same() {
        String article = created("Crowded");
        Http.Answer ads = adManager().get(article + "/ads").expect(200);
        adManager()
                .with("If-Match", ads.etag())
                .send(
                        "PUT",
                        article + "/ads",
                        quoted("{'ads':[{'id':'s1','definition':'inline','after':'p1','pinned':true}]}"))
                .expect(200);
        JsonObject report = adManager().get(article + "/ads/report").expect(200).json();
        JsonObject first = report.getJsonArray("violations").getJsonObject(0);
        assertThat(first.getString("slot")).isEqualTo("s1");
        Http editor = Http.person(base(), "editor").with("Content-Type", "application/json");
        Http.person(base(), "journalist")
                .with("Content-Type", "application/json")
                .send("POST", article + "/transitions", quoted("{'action':'submit'}"))
                .expect(200);
        JsonObject refusal = editor.send("POST", article + "/transitions", quoted("{'action':'approve'}"))
                .problem(409);
        assertThat(refusal.getString("detail"))
                .contains("inline 1: " + first.getString("text"))
                .contains("(" + (sentences(report) - 1) + " more)");
        assertThat(report.get("density")).isNotEqualTo(JsonValue.NULL);
    }

    /** What is wrong, each said once, however many widths it is wrong at. */
    private static long sentences(JsonObject report) {
        return report.getJsonArray("violations").stream()
                .map(violation -> violation.asJsonObject().get("slot") + ": "
                        + violation.asJsonObject().getString("text"))
                .distinct()
                .count();
    }

    @Test
    default void too_many_blocks_for_the_breakpoints_are_refused_by_name() {
        StringBuilder blocks = new StringBuilder("{'policy':{'cap':0},'blocks':[");
        for (int i = 0; i < 10_001; i++) {
            blocks.append(i == 0 ? "" : ",").append("{'id':'b").append(i).append("','type':'image'}");
        }
        JsonObject problem =
                adManager().send("POST", SOLVE, quoted(blocks + "]}")).problem(400);
        assertThat(problem.getString("detail")).contains("at 3 breakpoints at most 10000 blocks");
        assertThat(problem.getJsonArray("violations").getJsonObject(0).getString("pointer"))
                .isEqualTo("/blocks");
    }
}
