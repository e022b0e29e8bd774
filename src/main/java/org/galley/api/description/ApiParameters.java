package org.galley.api.description;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes the parameters of a call as its resource class declares them.
 *
 * @param known what is said of a parameter of a name, or of {@code METHOD /path name} where a name means something else
 */
record ApiParameters(JsonObject known) {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final String DESCRIPTION = "description";
    private static final String SCHEMA = "schema";
    /** Who asks is said by the security of a call. */
    private static final Set<String> OF_SECURITY = Set.of("Authorization");

    /** Each parameter once, those of the path first. */
    Collection<JsonObject> of(String call, String path, Class<?> resource, List<Method> methods) {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        Map<String, JsonObject> found = new LinkedHashMap<>();
        List<AnnotatedElement> declared = new ArrayList<>(List.of(resource.getDeclaredFields()));
        methods.forEach(method -> declared.addAll(List.of(method.getParameters())));
        for (AnnotatedElement element : List.copyOf(declared)) {
            if (element.isAnnotationPresent(BeanParam.class)) {
                declared.addAll(List.of(type(element).getDeclaredFields()));
            }
            if (element.isAnnotationPresent(PathParam.class)) {
                types.put(element.getAnnotation(PathParam.class).value(), type(element));
            }
        }
        Matcher inPath = IN_PATH.matcher(path);
        while (inPath.find()) {
            String name = inPath.group(1);
            JsonObjectBuilder json = parameter(call, name, "path", types.getOrDefault(name, String.class), null);
            found.put("path " + name, json.add("required", true).build());
        }
        for (AnnotatedElement element : declared) {
            QueryParam query = element.getAnnotation(QueryParam.class);
            HeaderParam header = element.getAnnotation(HeaderParam.class);
            if (query != null) {
                found.put(
                        "query " + query.value(),
                        parameter(call, query.value(), "query", type(element), element)
                                .build());
            } else if (header != null && !OF_SECURITY.contains(header.value())) {
                found.put(
                        "header " + header.value(),
                        parameter(call, header.value(), "header", type(element), element)
                                .build());
            }
        }
        return found.values();
    }

    private static Class<?> type(AnnotatedElement element) {
        return element instanceof Field field ? field.getType() : ((Parameter) element).getType();
    }

    private JsonObjectBuilder parameter(
            String call, String name, String place, Class<?> type, AnnotatedElement element) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("name", name).add("in", place);
        JsonObject said = known.containsKey(call + " " + name)
                ? known.getJsonObject(call + " " + name)
                : known.getJsonObject(place.equals("path") ? "{" + name + "}" : name);
        org.eclipse.microprofile.openapi.annotations.parameters.Parameter noted = element == null
                ? null
                : element.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        if (noted != null && !noted.description().isEmpty()) {
            json.add(DESCRIPTION, noted.description());
        } else if (said != null && said.containsKey(DESCRIPTION)) {
            json.add(DESCRIPTION, said.get(DESCRIPTION));
        }
        if (said != null && said.containsKey(SCHEMA)) {
            return json.add(SCHEMA, said.get(SCHEMA));
        }
        DefaultValue otherwise = element == null ? null : element.getAnnotation(DefaultValue.class);
        return json.add(SCHEMA, schema(type, otherwise == null ? null : otherwise.value()));
    }

    private static JsonObjectBuilder schema(Class<?> type, String otherwise) {
        JsonObjectBuilder schema = Json.createObjectBuilder();
        boolean isWhole =
                Set.of(int.class, Integer.class, long.class, Long.class).contains(type);
        if (List.class.isAssignableFrom(type)) {
            return schema.add("type", "array")
                    .add("items", Json.createObjectBuilder().add("type", "string"));
        }
        schema.add("type", isWhole ? "integer" : "string");
        if (isWhole && otherwise != null) {
            schema.add("default", Long.parseLong(otherwise));
        }
        return schema;
    }
}
