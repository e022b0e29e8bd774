package org.galley.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The description of the API as it is served, and real answers against what it says of them. */
interface DescriptionEdges {
    /** Schemas that are a part of others or have other schemas' members too, and problems, of which some say more. */
    Set<String> OPEN =
            Set.of("Story", "Revision", "ProposalLine", "SlotDefinitionInput", "Problem", "BrokenRule", "WorkingCopy");

    URI base();

    private static JsonObject strict(JsonObject schema) {
        return schema.containsKey("properties") && !schema.containsKey("additionalProperties")
                ? Json.createObjectBuilder(schema)
                        .add("additionalProperties", false)
                        .build()
                : schema;
    }

    /** The schema of a name as a document of its own; one that lists its members has no others. */
    private static JsonSchema schema(JsonObject description, String name) {
        var schemas = Json.createObjectBuilder();
        description.getJsonObject("components").getJsonObject("schemas").forEach((key, schema) -> {
            boolean foreign = key.equals("Ninjs");
            boolean part = OPEN.contains(key);
            JsonObject own = schema.asJsonObject();
            schemas.add(key, foreign ? Json.createObjectBuilder().build() : part ? own : strict(own));
        });
        String text = Json.createObjectBuilder()
                .add("$schema", "https://json-schema.org/draft/2020-12/schema")
                .add("$ref", "#/components/schemas/" + name)
                .add("components", Json.createObjectBuilder().add("schemas", schemas))
                .build()
                .toString();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(text);
    }

    @Test
    default void it_is_served_to_everybody_as_what_it_is() {
        Http nobody = Http.nobody(base());
        Http.Answer answer = nobody.get("openapi").expect(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("application/openapi+json");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        JsonObject description = answer.json();
        assertThat(description.keySet())
                .containsExactly("openapi", "info", "servers", "security", "paths", "components");
        assertThat(description.getJsonObject("paths"))
                .containsKeys("/content", "/histories", "/articles/{id}/transitions", "/imports/proposals/{id}/take");
        assertThat(nobody.with("Accept", "application/json")
                        .get("openapi")
                        .header("Content-Type")
                        .orElse(""))
                .startsWith("application/json");
        nobody.with("If-None-Match", answer.etag()).get("openapi").expect(304);
    }

    @Test
    default void answers_are_as_they_are_described() {
        JsonObject description = Http.nobody(base()).get("openapi").json();
        Http editor = Http.person(base(), "editor");
        JsonObject wire = editor.with("Content-Type", "application/ninjs+json")
                .send(
                        "POST",
                        "api/v1/imports",
                        "{\"uri\":\"urn:described\",\"headline\":\"Described\",\"body_html\":\"<p>One.</p><blockquote>Two.</blockquote><ul><li>3</li></ul>\"}")
                .json();
        String article = "api/v1/articles/" + wire.getInt("article");
        editor.json(
                        "POST",
                        article + "/comments",
                        Json.createObjectBuilder().add("text", "So.").build())
                .expect(201);
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("api/v1/articles?limit=3&q=Described", "ArticlePage");
        answers.put(article, "Article");
        answers.put(article + "/ads", "Ads");
        answers.put(article + "/ads/report", "Report");
        answers.put(article + "/transitions", "Transitions");
        answers.put(article + "/revisions", "RevisionPage");
        answers.put(article + "/revisions/1", "RevisionWithStory");
        answers.put(article + "/revisions/verify", "Verified");
        answers.put(article + "/timeline", "TimelinePage");
        answers.put(article + "/diff?from=1", "Diff");
        answers.put(article + "/blame", "Blame");
        answers.put(article + "/comments", "CommentPage");
        answers.put(article + "/previews", "PreviewPage");
        answers.put(article + "/assignment", "Assignment");
        answers.put(article + "/checklist", "Checklist");
        answers.put(article + "/translations", "Translations");
        answers.put("api/v1/slot-definitions", "SlotDefinitions");
        answers.put("api/v1/policies/global", "Policy");
        answers.put("api/v1/policies/world/origins", "PolicyOrigins");
        answers.put("api/v1/desk/queues", "Queues");
        answers.put("api/v1/desk/views", "Views");
        answers.put("api/v1/notifications", "Notifications");
        answers.put("api/v1/notifications/settings", "Wishes");
        answers.put("api/v1/imports/proposals", "ProposalPage");
        answers.put("api/v1/content?limit=2", "NinjsPage");
        answers.forEach((path, name) ->
                complaintsOf(schema(description, name), path, editor.get(path).expect(200)));
        assertThat(schema(description, "ImportAnswer").validate(wire.toString(), InputFormat.JSON))
                .isEmpty();
        complaintsOf(schema(description, "Problem"), "no such article", editor.get("api/v1/articles/0"));
    }

    @Test
    default void placements_policies_and_collisions_are_as_they_are_described() {
        JsonObject description = Http.nobody(base()).get("openapi").json();
        Http desk = Http.person(base(), "admanager").with("Content-Type", "application/json");
        String policy = "{\"minBlocks\":3,\"breakpoints\":[{\"name\":\"phone\",\"minGap\":400}]}";
        String blocks = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "{\"id\":\"b" + i + "\",\"type\":\"paragraph\",\"characters\":600}")
                .collect(Collectors.joining(","));
        String input = "{\"blocks\":[" + blocks + "],\"policy\":" + policy + ",\"pins\":[\"b1\",\"b2\"]}";
        assertThat(schema(description, "PlacementInput").validate(input, InputFormat.JSON))
                .isEmpty();
        Http.Answer solved = desk.send("POST", "api/v1/placement/solve", input).expect(200);
        complaintsOf(schema(description, "Report"), "solve", solved);
        for (String part : List.of("slots", "gaps", "violations", "distances")) {
            assertThat(solved.json().getJsonArray(part)).as(part).isNotEmpty();
        }
        String change = "{\"cap\":null,\"breakpoints\":[{\"name\":\"phone\",\"minGap\":null}]}";
        assertThat(schema(description, "PolicyChange").validate(change, InputFormat.JSON))
                .isEmpty();
        complaintsOf(
                schema(description, "Policy"),
                "a policy that is set",
                desk.send("PUT", "api/v1/policies/culture", change).expect(200));
        for (String wrong : List.of("{\"cap\":\"many\"}", "{\"caps\":1}", "{\"breakpoints\":[{\"minGap\":1}]}")) {
            assertThat(schema(description, "PolicyChange").validate(wrong, InputFormat.JSON))
                    .as(wrong)
                    .isNotEmpty();
        }

        Http editor = Http.person(base(), "editor");
        String article = "api/v1/articles/"
                + editor.json(
                                "POST",
                                "api/v1/articles",
                                Json.createReader(
                                                new StringReader(
                                                        "{\"headline\":\"Collides\",\"body\":[{\"id\":\"p1\",\"type\":\"paragraph\",\"html\":\"The fund has 4 million.\"}]}"))
                                        .readObject())
                        .expect(201)
                        .json()
                        .getInt("id");
        Http.Answer now = editor.get(article).expect(200);
        Http late = editor.with("If-Match", now.etag()).with("Content-Type", "application/json");
        late.send("PUT", article, now.body().replace("4 million", "5 million").replace("Collides", "Collided"))
                .expect(200);
        Http.Answer collided = late.send(
                "PUT", article, now.body().replace("4 million", "6 million").replace("Collides", "Collide"));
        collided.problem(409);
        complaintsOf(schema(description, "Collisions"), "collisions", collided);
        assertThat(collided.json().getJsonArray("conflicts")).hasSize(1);
        assertThat(collided.json().getJsonArray("fields")).hasSize(1);
        Http.Answer kept = late.send(
                        "PATCH",
                        article + "/working-copy",
                        "{\"headline\":\"Colliding\",\"blocks\":[{\"id\":\"p1\",\"type\":\"paragraph\",\"html\":\"The fund has 7 million.\"}]}")
                .expect(200);
        complaintsOf(schema(description, "WorkingCopy"), "an autosave", kept);
        assertThat(kept.json().getJsonArray("collisions")).hasSize(2);
    }

    private static void complaintsOf(JsonSchema schema, String path, Http.Answer answer) {
        assertThat(schema.validate(answer.body(), InputFormat.JSON))
                .as("%s: %s", path, answer.body())
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
    }
}
