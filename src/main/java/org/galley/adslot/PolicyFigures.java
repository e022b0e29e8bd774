package org.galley.adslot;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galley.placement.PlacementPolicy;
import org.galley.platform.refusal.RefusedException;

/**
 * Figures of a policy by the keys of {@link PolicyField}: all of them, or those that one scope sets itself.
 *
 * @param values each of a kind that its figure takes; never null
 */
public record PolicyFigures(Map<String, JsonValue> values) {
    /** A scope that sets nothing. */
    public static final PolicyFigures NONE = new PolicyFigures(Map.of());

    /** Galley's own figures: those that hold where nobody has set any. */
    public static final PolicyFigures STANDARD = of(PlacementPolicy.standard());

    /** Keeps its own copy, in the order of the figures; a key that no figure has is left out. */
    public PolicyFigures {
        Map<String, JsonValue> ordered = new LinkedHashMap<>();
        for (PolicyField field : PolicyField.all()) {
            JsonValue value = values.get(field.key());
            if (value != null) {
                ordered.put(field.key(), value);
            }
        }
        values = Collections.unmodifiableMap(ordered);
    }

    /** All figures of a policy; breakpoints other than those of slot definitions are left out. */
    public static PolicyFigures of(PlacementPolicy policy) {
        return new PolicyFigures(flat(PolicyJson.write(policy)));
    }

    /** The same figures with others over them. */
    public PolicyFigures under(PolicyFigures closer) {
        Map<String, JsonValue> all = new LinkedHashMap<>(values);
        all.putAll(closer.values);
        return new PolicyFigures(all);
    }

    /** Reads the stored form, or the whole policies that were stored before there was one. */
    static PolicyFigures parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new PolicyFigures(object.containsKey("breakpoints") ? flat(object) : object);
        }
    }

    /** The stored form: one member for each figure. */
    String canonical() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach(json::add);
        return json.build().toString();
    }

    private static Map<String, JsonValue> flat(JsonObject policy) {
        Map<String, JsonValue> flat = new LinkedHashMap<>(policy);
        if (policy.get("breakpoints") instanceof JsonArray breakpoints) {
            breakpoints
                    .getValuesAs(JsonObject.class)
                    .forEach(one ->
                            one.forEach((member, value) -> flat.put(one.getString("name", "") + "." + member, value)));
        }
        return flat;
    }

    /**
     * Figures, each of which may be as it is, that make no sense together with those that hold beside them: ads would be refused
     * at a share at which nobody has been warned yet.
     *
     * @param inherited all figures as they are without these
     * @return by key what is wrong with a figure that is set here
     */
    public Map<String, String> contradictions(PolicyFigures inherited) {
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, JsonValue> holds = inherited.under(this).values;
        for (String name : PolicyField.BREAKPOINTS) {
            String warn = name + ".densityWarn";
            String limit = name + ".densityLimit";
            if ((values.containsKey(warn) || values.containsKey(limit))
                    && holds.get(warn) instanceof JsonNumber from
                    && holds.get(limit) instanceof JsonNumber to
                    && to.bigDecimalValue().compareTo(from.bigDecimalValue()) < 0) {
                String warned = PolicyField.find(warn).orElseThrow().print(from);
                String refused = PolicyField.find(limit).orElseThrow().print(to);
                if (values.containsKey(limit)) {
                    found.put(limit, "Ads are refused from no less than they are warned of, which is " + warned + ".");
                } else {
                    found.put(warn, "Ads are warned of no later than they are refused, which is at " + refused + ".");
                }
            }
        }
        return found;
    }

    /** The policy of these figures; every figure must be there. */
    PlacementPolicy policy() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        PolicyField.ofPolicy().forEach(member -> json.add(member, values.get(member)));
        JsonArrayBuilder breakpoints = Json.createArrayBuilder();
        for (String name : PolicyField.BREAKPOINTS) {
            JsonObjectBuilder one = Json.createObjectBuilder().add("name", name);
            PolicyField.ofBreakpoint().forEach(member -> one.add(member, values.get(name + "." + member)));
            breakpoints.add(one);
        }
        return PolicyJson.read(json.add("breakpoints", breakpoints).build(), PlacementPolicy.standard());
    }

    /**
     * These figures, set by a scope, after a change that names some: a value sets a figure, {@code null} lets the scope inherit
     * it again, and a value that already holds there changes nothing, so that a whole policy can be sent back as it was read.
     *
     * @param change members of a policy; breakpoints are named by {@code name} and may be named in part
     * @param inherited all figures as they are without these
     * @throws RefusedException invalid, naming every member that is unknown or has a value it does not take
     */
    public PolicyFigures changed(JsonObject change, PolicyFigures inherited) {
        PolicyProblems problems = new PolicyProblems();
        Map<String, JsonValue> own = new LinkedHashMap<>(values);
        Map<String, JsonValue> holds = inherited.under(this).values;
        change.forEach((member, value) -> {
            if (member.equals("breakpoints")) {
                breakpoints(value, own, holds, problems);
            } else if (PolicyField.ofPolicy().contains(member)) {
                take(member, value, member, own, holds, problems);
            } else {
                String name = PolicyProblems.shown(member);
                problems.add(name, "A policy has no member \"" + name + "\".");
            }
        });
        problems.refuseIfAny();
        return new PolicyFigures(own);
    }

    private static void breakpoints(
            JsonValue value, Map<String, JsonValue> own, Map<String, JsonValue> holds, PolicyProblems problems) {
        if (value == JsonValue.NULL) {
            own.keySet().removeIf(key -> key.contains("."));
            return;
        }
        if (!(value instanceof JsonArray array)) {
            problems.add("breakpoints", "A list of breakpoints is needed.");
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            String where = "breakpoints[" + i + "]";
            if (!(array.get(i) instanceof JsonObject one)) {
                problems.add(where, "An object is needed.");
                continue;
            }
            String name = one.get("name") instanceof JsonString text ? text.getString() : "";
            if (!PolicyField.BREAKPOINTS.contains(name)) {
                problems.add(where + ".name", "phone, tablet or desktop is needed.");
                continue;
            }
            one.forEach((member, figure) -> {
                String path = where + "." + member;
                if (PolicyField.ofBreakpoint().contains(member)) {
                    take(name + "." + member, figure, path, own, holds, problems);
                } else if (!member.equals("name")) {
                    String shown = PolicyProblems.shown(member);
                    problems.add(where + "." + shown, "A breakpoint has no member \"" + shown + "\".");
                }
            });
        }
    }

    private static void take(
            String key,
            JsonValue value,
            String path,
            Map<String, JsonValue> own,
            Map<String, JsonValue> holds,
            PolicyProblems problems) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            own.remove(key);
            return;
        }
        Optional<String> problem = PolicyField.find(key).orElseThrow().problem(value);
        if (problem.isPresent()) {
            problems.add(path, problem.get());
        } else if (!same(value, holds.get(key))) {
            own.put(key, value);
        }
    }

    private static boolean same(JsonValue one, JsonValue other) {
        return one instanceof JsonNumber a && other instanceof JsonNumber b
                ? a.bigDecimalValue().compareTo(b.bigDecimalValue()) == 0
                : one.equals(other);
    }

    /** What differs from other figures, as a line for the audit log; empty if nothing does. */
    String differenceFrom(PolicyFigures before) {
        List<String> changes = new ArrayList<>();
        for (PolicyField field : PolicyField.all()) {
            JsonValue was = before.values.get(field.key());
            JsonValue is = values.get(field.key());
            if (was == null ? is != null : is == null || !same(was, is)) {
                changes.add(field.key() + ": " + words(was) + " → " + words(is));
            }
        }
        return String.join(", ", changes);
    }

    private static String words(JsonValue value) {
        return value == null ? "inherited" : value.toString();
    }
}
