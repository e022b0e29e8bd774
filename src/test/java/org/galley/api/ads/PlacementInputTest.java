package org.galley.api.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.galley.adslot.PolicyFigures;
import org.galley.adslot.PolicyJson;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.Violation;
import org.galley.placement.Placement;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.Sentences;
import org.galley.placement.Solution;
import org.galley.platform.refusal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementInputTest {
    private static final String BLOCKS =
            "'blocks':[{'id':'a','type':'paragraph','characters':300},{'id':'b','type':'paragraph','characters':300}]";

    /** Looked up once: thousands of blocks are made with it. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }

    private static List<String> faults(JsonObject request) {
        try {
            PlacementInput.read(request);
            return List.of();
        } catch (ProblemException e) {
            return e.problem().violations().stream()
                    .map(Violation::pointer)
                    .distinct()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'cap':-1                                                     | /policy/cap
                    'cap':1000000000                                             | /policy/cap
                    'cap':2.5                                                    | /policy/cap
                    'cap':1e999999                                               | /policy/cap
                    'cap':null                                                   | /policy/cap
                    'topCap':'1'                                                 | /policy/topCap
                    'introducedByColon':1                                        | /policy/introducedByColon
                    'forbiddenAfter':['heading']                                 | /policy/forbiddenAfter/0
                    'forbiddenBetween':[['quote']]                               | /policy/forbiddenBetween/0
                    'colour':'red'                                               | /policy/colour
                    'breakpoints':[]                                             | /policy/breakpoints
                    'breakpoints':[{}]                                           | /policy/breakpoints/0/name
                    'breakpoints':[{'name':'phone','charactersPerLine':0}]       | /policy/breakpoints/0/charactersPerLine
                    'breakpoints':[{'name':'phone','charactersPerLine':-4}]      | /policy/breakpoints/0/charactersPerLine
                    'breakpoints':[{'name':'phone','lineHeight':1e308}]          | /policy/breakpoints/0/lineHeight
                    'breakpoints':[{'name':'phone','minGap':1e999}]              | /policy/breakpoints/0/minGap
                    'breakpoints':[{'name':'phone','densityLimit':1.01}]         | /policy/breakpoints/0/densityLimit
                    'breakpoints':[{'name':'phone'},{'name':'phone'}]            | /policy/breakpoints/1/name
                    """)
    void a_policy_that_cannot_be_is_refused_where_it_stands_in_the_request(String member, String pointer) {
        assertThat(faults(json("{" + BLOCKS + ",'policy':{" + member + "}}"))).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'id':'a','type':'paragraph','characters':-1}                | /blocks/0/characters
                    {'id':'a','type':'paragraph','characters':1e308}             | /blocks/0/characters
                    {'id':'a','type':'paragraph'}                                | /blocks/0/characters
                    {'id':'a','type':'pargraph','characters':1}                  | /blocks/0/type
                    {'id':' ','type':'paragraph','characters':1}                 | /blocks/0/id
                    {'id':'a','type':'image','height':{'phone':-1}}              | /blocks/0/height
                    {'id':'a','type':'image','height':{'phone':1e308}}           | /blocks/0/height
                    {'id':'a','type':'image','height':'12px'}                    | /blocks/0/height
                    {'id':'a','type':'image','height':{'fridge':3}}              | /blocks/0/height
                    {'id':'a','type':'image','heigth':12}                        | /blocks/0/heigth
                    7                                                            | /blocks/0
                    {'id':'a','type':'image'},{'id':'a','type':'image'}          | /blocks
                    """)
    void a_block_that_cannot_be_is_refused_where_it_stands(String blocks, String pointer) {
        assertThat(faults(json("{'blocks':[" + blocks + "]}"))).containsExactly(pointer);
    }

    @Test
    void pins_and_refused_gaps_are_those_of_blocks_that_are_there() {
        assertThat(faults(json("{" + BLOCKS + ",'pins':['z','a'],'refused':[3]}")))
                .containsExactly("/pins/0", "/refused/0");
        assertThat(faults(json("{" + BLOCKS + ",'pins':'a'}"))).containsExactly("/pins");
        PlacementInput both = PlacementInput.read(json("{" + BLOCKS + ",'pins':['a','a'],'refused':['a']}"));
        assertThat(both.pins()).containsExactly("a");
        assertThat(Placement.solve(both.blocks(), both.policy(), both.pins(), both.refused())
                        .slots())
                .containsExactly("a");
    }

    private static JsonObjectBuilder block(String id, String type) {
        return JSON.createObjectBuilder().add("id", id).add("type", type).add("characters", 100);
    }

    private static JsonObject request(int blocks, JsonObject policy, boolean allPinned) {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        JsonArrayBuilder pins = JSON.createArrayBuilder();
        for (int i = 0; i < blocks; i++) {
            all.add(block("b" + i, "paragraph"));
            if (allPinned) {
                pins.add("b" + i);
            }
        }
        return Json.createObjectBuilder()
                .add("blocks", all)
                .add("policy", policy)
                .add("pins", pins)
                .build();
    }

    @Test
    void what_would_keep_the_server_busy_for_long_is_refused() {
        assertThat(faults(request(20_001, JsonObject.EMPTY_JSON_OBJECT, false))).containsExactly("/blocks");
        assertThat(faults(request(10_000, json("{'cap':1000000}"), false))).containsExactly("/policy/cap");
        assertThat(faults(request(10_000, json("{'cap':8}"), true))).containsExactly("/pins");
        assertThat(faults(request(10_000, json("{'cap':1000}"), false))).isEmpty();
        assertThat(faults(request(50, json("{'cap':1000000}"), true))).isEmpty();
        StringBuilder points = new StringBuilder("{'breakpoints':[{'name':'0'}");
        for (int i = 1; i < 2_000; i++) {
            points.append(",{'name':'").append(i).append("'}");
        }
        assertThat(faults(request(2, json(points + "]}"), false))).containsExactly("/policy/breakpoints");
        assertThat(faults(request(2, json("{'breakpoints':[{'name':'" + "x".repeat(65) + "'}]}"), false)))
                .containsExactly("/policy/breakpoints/0/name");
    }

    @Test
    void whole_numbers_may_be_written_with_a_point() {
        assertThat(PlacementInput.read(json("{" + BLOCKS + ",'policy':{'cap':3.0}}"))
                        .policy()
                        .cap())
                .isEqualTo(3);
    }

    @Test
    void a_request_without_blocks_is_refused_and_one_with_none_is_solved() {
        assertThat(faults(json("{}"))).containsExactly("/blocks");
        assertThat(faults(json("{'blocks':null}"))).containsExactly("/blocks");
        PlacementInput none = PlacementInput.read(json("{'blocks':[]}"));
        assertThat(Placement.solve(none.blocks(), none.policy(), none.pins(), none.refused())
                        .slots())
                .isEmpty();
        assertThat(faults(json("{'blocks':[],'policies':{}}"))).containsExactly("/policies");
    }

    private static JsonObject breakpoints(int count, String figures) {
        StringBuilder all = new StringBuilder("{'cap':0,'breakpoints':[");
        for (int i = 0; i < count; i++) {
            all.append(i == 0 ? "" : ",")
                    .append("{'name':'w")
                    .append(i)
                    .append("'")
                    .append(figures)
                    .append('}');
        }
        return json(all + "]}");
    }

    @Test
    void blocks_times_breakpoints_are_bounded_and_the_refusal_names_the_bound() {
        assertThat(faults(request(10_000, breakpoints(3, ""), false))).isEmpty();
        assertThat(faults(request(20_000, breakpoints(1, ""), false))).isEmpty();
        assertThat(faults(request(2_000, breakpoints(12, ""), false))).isEmpty();
        assertThatThrownBy(() -> PlacementInput.read(request(20_000, breakpoints(12, ""), false)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                refused.problem().violations())
                        .singleElement()
                        .satisfies(violation -> {
                            assertThat(violation.pointer()).isEqualTo("/blocks");
                            assertThat(violation.message())
                                    .contains("at 12 breakpoints at most 2500", "30000", "20000");
                        }));
    }

    @Test
    void the_worst_answer_that_can_be_asked_for_is_a_few_megabytes_for_each_of_the_request() throws Exception {
        JsonObject worst = request(
                10_000,
                breakpoints(
                        3,
                        ",'densityLimit':0,'minFromTop':1000000,'minFromEnd':1000000,'minGap':1000000,"
                                + "'afterHeading':1000000,'beforeMedia':1000000,'afterMedia':1000000"),
                false);
        JsonArrayBuilder mixed = JSON.createArrayBuilder();
        for (int i = 0; i < 10_000; i++) {
            String type = i % 3 == 0 ? "image" : i % 3 == 1 ? "subheading" : "paragraph";
            mixed.add(block("b" + i, type));
        }
        JsonObject body = Json.createObjectBuilder(worst)
                .add("blocks", mixed)
                .add("pins", Json.createArrayBuilder(List.of("b1", "b9997")))
                .build();
        PlacementInput input = PlacementInput.read(body);
        Solution best = Placement.solve(input.blocks(), input.policy(), input.pins(), input.refused());
        long rules = best.gaps().stream().mapToLong(gap -> gap.broken().size()).sum();
        assertThat(rules).isBetween(200_000L, 400_000L);
        long[] bytes = {0};
        ReportJson.of(best.slots(), best.report(), Sentences.withIds()).write(new OutputStream() {
            @Override
            public void write(int one) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes[0] += length;
            }
        });
        assertThat(bytes[0]).isLessThan(80L * body.toString().length());
    }

    @Test
    void a_policy_wrong_throughout_is_told_a_hundred_times_at_most() {
        String many = "'nonsense',".repeat(5_000);
        String policy = "{'forbiddenAfter':[" + many.substring(0, many.length() - 1) + "]}";
        assertThatThrownBy(() -> PolicyJson.read(json(policy), PlacementPolicy.standard()))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.fields())
                        .hasSize(100));
        String objects = "7,".repeat(5_000);
        assertThatThrownBy(() -> PolicyFigures.NONE.changed(
                        json("{'breakpoints':[" + objects.substring(0, objects.length() - 1) + "]}"),
                        PolicyFigures.STANDARD))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.fields())
                        .hasSize(100));
        assertThatThrownBy(() -> PolicyJson.read(
                        json("{'forbiddenAfter':['" + "x".repeat(100_000) + "']}"), PlacementPolicy.standard()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.fields().get(0).message()).hasSizeLessThan(200));
    }
}
