package org.galley.web.ads;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.SlotKind;
import org.galley.placement.Explanation;
import org.galley.placement.GapReport;
import org.galley.placement.Verdict;
import org.galley.story.AdSlot;

/**
 * What the browser needs to draw an arrangement and to answer the hand while it drags, without asking the server for each gap.
 *
 * <p>Sentences repeat from gap to gap, so each stands once in {@code whys} and gaps name it by its number; a gap is allowed
 * if its sentence's {@code ok} is true.
 */
final class ArrangementJson {
    private final Arrangement arrangement;
    private final AdLayouts layouts;
    private final long article;
    private final Map<String, SlotKind> kinds;
    private final Map<List<Object>, Integer> whys = new LinkedHashMap<>();

    ArrangementJson(long article, Arrangement arrangement, AdLayouts layouts, Map<String, SlotKind> kinds) {
        this.article = article;
        this.arrangement = arrangement;
        this.layouts = layouts;
        this.kinds = kinds;
    }

    /** @param mayPlace whether targets are needed at all */
    String write(boolean mayPlace, boolean undo, boolean redo, int unsaved) {
        JsonObjectBuilder out = Json.createObjectBuilder()
                .add("mayPlace", mayPlace)
                .add("undo", undo)
                .add("redo", redo)
                .add("unsaved", unsaved);
        JsonArrayBuilder slots = Json.createArrayBuilder();
        Map<String, JsonArrayBuilder> waiting = new HashMap<>();
        for (AdSlot slot : arrangement.layout().slots()) {
            JsonObjectBuilder one = slot(slot);
            if (mayPlace) {
                one.add(
                        "targets",
                        slot.state().hasPosition() ? targets(slot.id(), slot.definition()) : shared(slot, waiting));
            }
            slots.add(one);
        }
        out.add("slots", slots)
                .add("gaps", gaps())
                .add("refused", refused())
                .add("off", !arrangement.layout().advertising().isOn());
        JsonObjectBuilder fresh = Json.createObjectBuilder();
        if (mayPlace) {
            kinds.keySet().forEach(key -> fresh.add(key, targets(null, key)));
        }
        out.add("fresh", fresh).add("densities", densities());
        JsonArrayBuilder sentences = Json.createArrayBuilder();
        whys.keySet()
                .forEach(why -> sentences.add(Json.createObjectBuilder()
                        .add("ok", (Boolean) why.get(0))
                        .add("text", (String) why.get(1))));
        return out.add("whys", sentences).build().toString();
    }

    /** Slots that stand nowhere take nothing from each other, so those of one definition share their targets. */
    private JsonArrayBuilder shared(AdSlot slot, Map<String, JsonArrayBuilder> waiting) {
        return Json.createArrayBuilder(waiting.computeIfAbsent(slot.definition(), key -> targets(slot.id(), key))
                .build());
    }

    private JsonObjectBuilder slot(AdSlot slot) {
        SlotKind kind = kinds.get(slot.definition());
        JsonObjectBuilder rooms = Json.createObjectBuilder();
        JsonObjectBuilder before = Json.createObjectBuilder();
        if (kind != null) {
            kind.rooms().forEach((breakpoint, room) -> {
                String size = room.sizes().isEmpty() ? "" : room.sizes().get(0).toString();
                rooms.add(
                        breakpoint,
                        Json.createObjectBuilder().add("height", room.height()).add("size", size));
                before.add(breakpoint, arrangement.distance(slot.id(), breakpoint));
            });
        }
        JsonObjectBuilder out = Json.createObjectBuilder()
                .add("id", slot.id())
                .add("name", arrangement.name(slot.id()))
                .add("definition", slot.definition())
                .add("label", kind == null ? "" : kind.label())
                .add("gap", gap(slot))
                .add("pinned", slot.pinned())
                .add("state", slot.state().key())
                .add("where", arrangement.where(slot));
        return out.add("rooms", rooms).add("before", before);
    }

    /** The number of the gap: 0 at the top, −1 for none. */
    private int gap(AdSlot slot) {
        if (!slot.state().hasPosition()) {
            return -1;
        }
        return slot.after() == null ? 0 : arrangement.story().ids().indexOf(slot.after()) + 1;
    }

    /** Numbers of the gaps that a person refused. */
    private JsonArrayBuilder refused() {
        List<String> ids = arrangement.story().ids();
        JsonArrayBuilder numbers = Json.createArrayBuilder();
        arrangement.layout().refused().stream()
                .map(block -> ids.indexOf(block) + 1)
                .filter(gap -> gap > 0 && gap < ids.size())
                .forEach(numbers::add);
        return numbers;
    }

    private JsonArrayBuilder gaps() {
        JsonArrayBuilder gaps = Json.createArrayBuilder();
        arrangement.report().gaps().forEach(gap -> gaps.add(number(gap)));
        return gaps;
    }

    private JsonArrayBuilder targets(String slot, String definition) {
        JsonArrayBuilder targets = Json.createArrayBuilder();
        layouts.targets(article, arrangement.story(), arrangement.layout(), slot, definition)
                .forEach(gap -> targets.add(number(gap)));
        return targets;
    }

    private JsonObjectBuilder densities() {
        JsonObjectBuilder densities = Json.createObjectBuilder();
        arrangement.meters().forEach(meter -> densities.add(meter.name(), meter.percent()));
        return densities;
    }

    private int number(GapReport gap) {
        List<Object> why = new ArrayList<>();
        why.add(gap.verdict() != Verdict.REFUSED);
        why.add(Explanation.of(gap, arrangement.report().bestUnevenness()).stream()
                .map(Explanation::text)
                .collect(Collectors.joining(" ")));
        return whys.computeIfAbsent(why, none -> whys.size());
    }
}
