package org.galley.api.description;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.access.Open;

/**
 * The API as an OpenAPI 3.1 document: addresses, methods, parameters and summaries are those of the resource classes; bodies and answers
 * are written in {@code bodies.json}, by {@code METHOD /path}.
 */
final class ApiDescription {
    private static final String COMPONENTS = "components";
    private static final String SCHEMAS = "schemas";
    private static final String DESCRIPTION = "description";
    private static final String CONTENT = "content";
    private static final String TAGS = "tags";
    private static final String REQUEST = "request";
    private static final String ANSWERS = "answers";
    private static final String JSON_TYPE = "application/json";

    private final JsonObject bodies;

    ApiDescription() {
        this(read());
    }

    ApiDescription(JsonObject bodies) {
        this.bodies = bodies;
    }

    private static JsonObject read() {
        try (InputStream in = ApiDescription.class.getResourceAsStream("bodies.json");
                JsonReader json = Json.createReader(in)) {
            return json.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One or several methods that answer at one address; several take bodies of different types. */
    private record Call(Class<?> resource, List<Method> methods) {
        Method first() {
            return methods.get(0);
        }
    }

    /** The names of all calls, such as {@code GET /articles/{id}}. */
    static Set<String> calls(Collection<Class<?>> resources) {
        return gathered(resources).keySet();
    }

    JsonObject of(Collection<Class<?>> resources) {
        Map<String, Call> calls = gathered(resources);
        Map<String, JsonObjectBuilder> paths = new LinkedHashMap<>();
        calls.forEach((name, call) -> {
            String[] parts = name.split(" ", 2);
            paths.computeIfAbsent(parts[1], path -> Json.createObjectBuilder())
                    .add(parts[0].toLowerCase(Locale.ROOT), operation(name, parts[1], call));
        });
        JsonObjectBuilder all = Json.createObjectBuilder();
        paths.forEach(all::add);
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", bodies.get("info"))
                .add(
                        "servers",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("url", "./api/v1")))
                .add("security", Json.createArrayBuilder().add(scheme("token")).add(scheme("session")))
                .add("paths", all)
                .add(COMPONENTS, components())
                .build();
    }

    private JsonObjectBuilder components() {
        return Json.createObjectBuilder()
                .add(SCHEMAS, bodies.get(SCHEMAS))
                .add("responses", bodies.get("responses"))
                .add("securitySchemes", bodies.get("securitySchemes"));
    }

    private static JsonObjectBuilder scheme(String name) {
        return Json.createObjectBuilder().add(name, JsonValue.EMPTY_JSON_ARRAY);
    }

    private static Map<String, Call> gathered(Collection<Class<?>> resources) {
        Map<String, Call> calls = new TreeMap<>(
                Comparator.comparing((String name) -> name.split(" ", 2)[1]).thenComparing(Comparator.naturalOrder()));
        resources.stream().sorted(Comparator.comparing(Class::getName)).forEach(resource -> {
            Method[] methods = resource.getDeclaredMethods();
            Arrays.sort(methods, Comparator.comparing(Method::getName));
            for (Method method : methods) {
                verb(method).ifPresent(verb -> calls.computeIfAbsent(
                                verb + " " + path(resource, method), name -> new Call(resource, new ArrayList<>()))
                        .methods()
                        .add(method));
            }
        });
        return calls;
    }

    static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String path = "/" + resource.getAnnotation(Path.class).value();
        Path below = method.getAnnotation(Path.class);
        return (below == null ? path : path + "/" + below.value())
                .replaceAll("/{2,}", "/")
                .replaceAll("\\{\\s*(\\w+)[^{}]*}", "{$1}");
    }

    private JsonObjectBuilder operation(String name, String path, Call call) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        Tag tag = call.resource().getAnnotation(Tag.class);
        if (tag != null) {
            json.add(TAGS, Json.createArrayBuilder().add(tag.name()));
        }
        json.add("operationId", id(name.split(" ", 2)[0], call.resource(), call.first()));
        List<Operation> said = call.methods().stream()
                .map(method -> method.getAnnotation(Operation.class))
                .filter(operation -> operation != null)
                .toList();
        json.add("summary", joined(said.stream().map(Operation::summary).toList(), "; "));
        String more = joined(said.stream().map(Operation::description).toList(), " ");
        if (!more.isEmpty()) {
            json.add(DESCRIPTION, more);
        }
        JsonArrayBuilder parameters = Json.createArrayBuilder();
        new ApiParameters(bodies.getJsonObject("parameters"))
                .of(name, path, call.resource(), call.methods())
                .forEach(parameters::add);
        json.add("parameters", parameters);
        JsonObject body = bodies.getJsonObject("calls").getJsonObject(name);
        if (body != null && body.containsKey(REQUEST)) {
            json.add(
                    "requestBody",
                    Json.createObjectBuilder()
                            .add("required", !body.getBoolean("optional", false))
                            .add(CONTENT, content(body.get(REQUEST))));
        }
        json.add("responses", answers(body));
        security(name, call, json);
        return json;
    }

    /** Such as {@code postTransitionsTake}: the name of a function in what is generated from the document. */
    static String id(String verb, Class<?> resource, Method method) {
        return verb.toLowerCase(Locale.ROOT)
                + resource.getSimpleName().replace("Resource", "")
                + method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.getName().substring(1);
    }

    private static String joined(List<String> texts, String between) {
        return String.join(
                between, texts.stream().filter(text -> !text.isEmpty()).toList());
    }

    private static void security(String name, Call call, JsonObjectBuilder json) {
        boolean open = call.resource().isAnnotationPresent(Open.class)
                || call.methods().stream().allMatch(method -> method.isAnnotationPresent(Open.class));
        if (name.equals("POST /tokens")) {
            json.add("security", Json.createArrayBuilder().add(scheme("password")));
        } else if (open) {
            json.add("security", JsonValue.EMPTY_JSON_ARRAY);
        }
    }

    private static JsonObjectBuilder answers(JsonObject body) {
        JsonObjectBuilder all = Json.createObjectBuilder();
        if (body != null && body.containsKey(ANSWERS)) {
            body.getJsonObject(ANSWERS).forEach((status, answer) -> all.add(status, answer(status, answer)));
        }
        return all.add("default", Json.createObjectBuilder().add("$ref", "#/components/responses/Problem"));
    }

    private static JsonObjectBuilder answer(String status, JsonValue answer) {
        JsonObjectBuilder json = Json.createObjectBuilder().add(DESCRIPTION, words(status));
        return answer == JsonValue.NULL ? json : json.add(CONTENT, content(answer));
    }

    private static String words(String status) {
        return switch (status) {
            case "201" -> "Made";
            case "202" -> "Taken, and waits for a decision";
            case "204" -> "Done";
            case "304" -> "As it was";
            case "409" -> "Words collide: both texts of each place";
            case "410" -> "Withdrawn: its cancellation";
            default -> "Done, or found";
        };
    }

    /** A name of a schema stands for JSON that has it; an object is the content by media types, each with the name of its schema. */
    private static JsonObjectBuilder content(JsonValue said) {
        JsonObjectBuilder content = Json.createObjectBuilder();
        if (said instanceof JsonString name) {
            return content.add(JSON_TYPE, media(name.getString()));
        }
        said.asJsonObject()
                .forEach((type, name) -> content.add(
                        type,
                        name == JsonValue.NULL ? Json.createObjectBuilder() : media(((JsonString) name).getString())));
        return content;
    }

    private static JsonObjectBuilder media(String schema) {
        return Json.createObjectBuilder()
                .add("schema", Json.createObjectBuilder().add("$ref", "#/components/schemas/" + schema));
    }
}
