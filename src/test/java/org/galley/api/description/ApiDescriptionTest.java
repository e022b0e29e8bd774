package org.galley.api.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.galley.workflow.Action;
import org.junit.jupiter.api.Test;

/** The description of the API against the resource classes, so that neither changes without the other. */
class ApiDescriptionTest {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/(\\w+)/(\\w+)\"");
    private static final List<Class<?>> RESOURCES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.galley.api").stream()
                    .filter(type -> type.isAnnotatedWith(Path.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();
    private static final JsonObject DESCRIPTION = new ApiDescription().of(RESOURCES);

    private static JsonObject bodies() throws IOException {
        try (JsonReader json = Json.createReader(ApiDescription.class.getResourceAsStream("bodies.json"))) {
            return json.readObject();
        }
    }

    private static JsonObject call(String path, String verb) {
        return DESCRIPTION.getJsonObject("paths").getJsonObject(path).getJsonObject(verb);
    }

    private static List<String> parameters(JsonObject call) {
        return call.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                .map(one -> one.getString("name"))
                .toList();
    }

    @Test
    void it_is_valid_by_the_official_schema() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/standards/openapi-schema_3.1.json")) {
            JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(schema.validate(DESCRIPTION.toString(), InputFormat.JSON))
                    .extracting(ValidationMessage::getMessage)
                    .isEmpty();
            assertThat(schema.validate("{\"openapi\":\"3.1.0\",\"endpoints\":{}}", InputFormat.JSON))
                    .isNotEmpty();
        }
    }

    @Test
    void every_call_of_the_resources_has_its_answers_described_and_no_other_call_is() throws IOException {
        assertThat(RESOURCES).hasSizeGreaterThan(25);
        assertThat(bodies().getJsonObject("calls").keySet())
                .containsExactlyInAnyOrderElementsOf(ApiDescription.calls(RESOURCES));
        bodies().getJsonObject("calls")
                .forEach(
                        (name, call) -> assertThat(call.asJsonObject()).as(name).containsKey("answers"));
    }

    @Test
    void every_method_that_reads_a_body_has_it_described_and_no_other_has() throws IOException {
        Set<String> reading = new LinkedHashSet<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                if (Arrays.asList(method.getParameterTypes()).contains(InputStream.class)) {
                    ApiDescription.verb(method)
                            .ifPresent(verb -> reading.add(ApiDescription.id(verb, resource, method)));
                }
            }
        }
        List<String> described = new ArrayList<>();
        List<String> all = new ArrayList<>();
        DESCRIPTION.getJsonObject("paths").values().forEach(path -> path.asJsonObject()
                .values()
                .forEach(call -> {
                    all.add(call.asJsonObject().getString("operationId"));
                    if (call.asJsonObject().containsKey("requestBody")) {
                        described.add(call.asJsonObject().getString("operationId"));
                    }
                }));
        // Two methods that answer at one address are one call.
        reading.removeAll(Set.of("postHistoriesTakeZip", "postImportsPlainText"));
        assertThat(described).containsExactlyInAnyOrderElementsOf(reading);
        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void what_is_referred_to_is_there_and_what_is_there_is_referred_to() throws IOException {
        Set<String> named = new LinkedHashSet<>();
        Matcher found = REFERENCE.matcher(DESCRIPTION.toString());
        while (found.find()) {
            named.add(found.group(1) + "/" + found.group(2));
            assertThat(DESCRIPTION.getJsonObject("components").getJsonObject(found.group(1)))
                    .containsKey(found.group(2));
        }
        Set<String> there = bodies().getJsonObject("schemas").keySet().stream()
                .map(name -> "schemas/" + name)
                .collect(Collectors.toSet());
        assertThat(named).containsAll(there);
    }

    @Test
    void what_is_said_of_a_parameter_is_said_of_one_that_there_is() throws IOException {
        Set<String> known = new LinkedHashSet<>();
        DESCRIPTION.getJsonObject("paths").forEach((path, calls) -> calls.asJsonObject()
                .forEach((verb, call) -> {
                    for (JsonObject one :
                            call.asJsonObject().getJsonArray("parameters").getValuesAs(JsonObject.class)) {
                        String name = one.getString("name");
                        known.add(one.getString("in").equals("path") ? "{" + name + "}" : name);
                        known.add(verb.toUpperCase(java.util.Locale.ROOT) + " " + path + " " + name);
                    }
                }));
        assertThat(known).containsAll(bodies().getJsonObject("parameters").keySet());
    }

    @Test
    void filters_numbers_and_who_may_ask_are_those_of_the_resources() {
        JsonObject content = call("/content", "get");
        assertThat(parameters(content))
                .containsExactlyInAnyOrder(
                        "section",
                        "tag",
                        "byline",
                        "language",
                        "publishedSince",
                        "publishedBefore",
                        "modifiedSince",
                        "q",
                        "limit",
                        "after");
        assertThat(content.getJsonArray("security")).isEmpty();
        JsonObject story = call("/articles/{id}", "get");
        assertThat(story.getJsonArray("parameters").toString())
                .contains("{\"name\":\"id\",\"in\":\"path\",\"schema\":{\"type\":\"integer\"},\"required\":true}");
        assertThat(story).doesNotContainKey("security");
        assertThat(call("/tokens", "post").getJsonArray("security").toString()).contains("password");
        assertThat(call("/histories", "post").getJsonObject("requestBody").toString())
                .contains("application/json", "application/zip");
    }

    @Test
    void the_steps_of_the_workflow_are_all_there() {
        JsonObject transition =
                DESCRIPTION.getJsonObject("components").getJsonObject("schemas").getJsonObject("Transition");
        List<String> named = new ArrayList<>();
        for (JsonValue one :
                transition.getJsonObject("properties").getJsonObject("action").getJsonArray("enum")) {
            named.add(((JsonString) one).getString());
        }
        assertThat(named)
                .containsExactlyInAnyOrder(
                        Arrays.stream(Action.values()).map(Action::key).toArray(String[]::new));
        assertThat(transition.getJsonObject("properties").keySet())
                .containsExactly("action", "revision", "version", "note", "at", "as");
    }
}
