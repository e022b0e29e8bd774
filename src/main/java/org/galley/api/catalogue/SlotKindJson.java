package org.galley.api.catalogue;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galley.adslot.SlotKind;
import org.galley.api.json.Faults;
import org.galley.api.json.Limits;
import org.galley.api.json.Members;
import org.galley.api.json.RoomsJson;
import org.galley.api.problem.Rules;

/**
 * Reads and writes slot definitions: {@code {"key","label","labels":{"de":"Anzeige"},"unitPath",
 * "sizes":{"phone":{"height":274,"sizes":["300x250"]}},"targeting":{"pos":"inline"},"houseFallback","lazy","retired"}}. A breakpoint that {@code sizes} does not have, or has as {@code null}, hides the slot there.
 */
final class SlotKindJson {
    private static final List<String> BREAKPOINTS = List.of(SlotKind.PHONE, SlotKind.TABLET, SlotKind.DESKTOP);
    private static final int MAX_UNIT_PATH = 300;
    private static final int MAX_FALLBACK = 20_000;
    private static final int MAX_HEIGHT = 4_000;
    private static final int MAX_SIZES = 20;

    private SlotKindJson() {}

    /** @param before what absent members mean; null for a new definition */
    static SlotKind read(String key, JsonObject json, SlotKind before) {
        Faults faults = new Faults();
        Members members = Members.of(json, faults);
        members.ignore(List.of("key"));
        String label = members.line("label", before == null ? "Advertisement" : before.label(), Limits.KEY);
        String unitPath = members.line("unitPath", before == null ? "" : before.unitPath(), MAX_UNIT_PATH);
        String fallback = members.text("houseFallback", before == null ? "" : before.houseFallback());
        if (fallback.length() > MAX_FALLBACK) {
            members.fault("houseFallback", Rules.TOO_LONG, "at most " + MAX_FALLBACK + " characters are taken");
        }
        boolean lazy = members.flag("lazy", before == null || before.lazy());
        boolean retired = members.flag("retired", before != null && before.retired());
        Map<String, String> labels = texts(members, "labels", before == null ? Map.of() : before.labels());
        Map<String, String> targeting = texts(members, "targeting", before == null ? Map.of() : before.targeting());
        Map<String, SlotKind.Room> rooms = members.has("sizes")
                ? members.object("sizes").map(sizes -> rooms(sizes, faults)).orElse(Map.of())
                : before == null ? Map.of() : before.rooms();
        if (before == null && !members.has("sizes")) {
            members.missing("sizes");
        }
        members.refuseOthers();
        faults.throwIfAny();
        return new SlotKind(key, label, labels, unitPath, rooms, targeting, fallback, lazy, retired);
    }

    /** An object of strings; {@code null} is the empty one. */
    private static Map<String, String> texts(Members members, String name, Map<String, String> absent) {
        if (!members.has(name)) {
            return absent;
        }
        if (members.isNull(name)) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        members.object(name).ifPresent(given -> given.names().forEach(key -> {
            String text = given.line(key, "", Limits.KEY);
            if (given.value(key) instanceof JsonString) {
                texts.put(key, text);
            }
        }));
        return texts;
    }

    private static Map<String, SlotKind.Room> rooms(Members members, Faults faults) {
        Map<String, SlotKind.Room> rooms = new LinkedHashMap<>();
        for (String breakpoint : BREAKPOINTS) {
            members.object(breakpoint).ifPresent(room -> {
                if (!room.has("height")) {
                    room.missing("height");
                }
                int height = room.integer("height", 1, 1, MAX_HEIGHT);
                rooms.put(breakpoint, new SlotKind.Room(height, sizes(room, faults)));
                room.refuseOthers();
            });
        }
        members.refuseOthers();
        return rooms;
    }

    private static List<SlotKind.Size> sizes(Members room, Faults faults) {
        JsonArray array = room.array("sizes").orElse(JsonValue.EMPTY_JSON_ARRAY);
        List<SlotKind.Size> sizes = new ArrayList<>();
        if (array.size() > MAX_SIZES) {
            room.fault("sizes", Rules.TOO_MANY, "at most " + MAX_SIZES + " sizes are taken");
            return sizes;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i) instanceof JsonString text
                    && text.getString().strip().matches("[1-9][0-9]{0,3}x[1-9][0-9]{0,3}")) {
                sizes.add(SlotKind.Size.parse(text.getString()));
            } else {
                faults.add(room.pointer("sizes") + "/" + i, Rules.FORM, "a size is a string such as 300x250");
            }
        }
        return sizes;
    }

    static JsonObject write(SlotKind kind) {
        return Json.createObjectBuilder()
                .add("key", kind.key())
                .add("label", kind.label())
                .add("labels", texts(kind.labels()))
                .add("unitPath", kind.unitPath())
                .add("sizes", RoomsJson.write(kind.rooms()))
                .add("targeting", texts(kind.targeting()))
                .add("houseFallback", kind.houseFallback())
                .add("lazy", kind.lazy())
                .add("retired", kind.retired())
                .build();
    }

    private static JsonObjectBuilder texts(Map<String, String> texts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        texts.forEach(json::add);
        return json;
    }
}
