package org.galley.api.ads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.Violation;
import org.galley.placement.Placement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementInputTest {
    private static final String BLOCKS =
            "'blocks':[{'id':'a','type':'paragraph','characters':300},{'id':'b','type':'paragraph','characters':300}]";

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

    private static JsonObject request(int blocks, JsonObject policy, boolean allPinned) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        JsonArrayBuilder pins = Json.createArrayBuilder();
        for (int i = 0; i < blocks; i++) {
            all.add(json("{'id':'b" + i + "','type':'paragraph','characters':100}"));
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
        assertThat(faults(request(20_000, json("{'cap':1000000}"), false))).containsExactly("/policy/cap");
        assertThat(faults(request(20_000, json("{'cap':8}"), true))).containsExactly("/pins");
        assertThat(faults(request(20_000, json("{'cap':500}"), false))).isEmpty();
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
}
