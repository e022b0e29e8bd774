package org.galley.web.ads;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.AdLayouts.InHand;
import org.galley.adslot.BlockNames;
import org.galley.adslot.SlotKind;
import org.galley.placement.DropReport;
import org.galley.placement.GapReport;
import org.galley.placement.Sentences;
import org.galley.placement.Verdict;
import org.galley.story.AdSlot;

/**
 * What the browser needs to draw an arrangement and to answer the hand while it drags, without asking the server for each gap.
 *
 * <p>Sentences repeat from gap to gap, so each stands once in {@code whys} and gaps name it by its number; a gap is allowed
 * if its sentence's {@code ok} is true.
 */
final class ArrangementJson {
    /** Looked up once, as {@code Json} looks for its provider at every call. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private final Arrangement arrangement;
    private final AdLayouts layouts;
    private final long article;
    private final Map<String, SlotKind> kinds;
    private final Map<List<Object>, Integer> whys = new LinkedHashMap<>();
    private final Sentences sentences;

    ArrangementJson(long article, Arrangement arrangement, AdLayouts layouts, Map<String, SlotKind> kinds) {
        this.article = article;
        this.arrangement = arrangement;
        this.layouts = layouts;
        this.kinds = kinds;
        sentences = BlockNames.sentences(arrangement.story());
    }

    /**
     * @param mayPlace whether targets are needed at all
     * @param proposed what a proposal that is shown would change, or null
     * @param more what the screen adds
     */
    String write(boolean mayPlace, RailLines.BoardChanges proposed, JsonObjectBuilder more) {
        JsonObjectBuilder out = JSON.createObjectBuilder(more.build()).add("mayPlace", mayPlace);
        List<InHand> inHand = new ArrayList<>();
        if (mayPlace) {
            arrangement.layout().slots().forEach(slot -> inHand.add(new InHand(slot.id(), slot.definition())));
            kinds.keySet().forEach(key -> inHand.add(new InHand(null, key)));
        }
        Iterator<DropReport> drops = layouts.drops(article, arrangement.story(), arrangement.layout(), inHand)
                .iterator();
        JsonArrayBuilder slots = JSON.createArrayBuilder();
        for (AdSlot slot : arrangement.layout().slots()) {
            JsonObjectBuilder one = slot(slot);
            if (mayPlace) {
                targets(one, drops.next());
            }
            slots.add(one);
        }
        out.add("slots", slots)
                .add("gaps", gaps())
                .add("refused", refused())
                .add("off", !arrangement.layout().advertising().isOn());
        JsonObjectBuilder fresh = JSON.createObjectBuilder();
        if (mayPlace) {
            kinds.keySet().forEach(key -> {
                JsonObjectBuilder one = JSON.createObjectBuilder();
                targets(one, drops.next());
                fresh.add(key, one);
            });
        }
        out.add("fresh", fresh).add("shares", shares());
        if (proposed != null) {
            out.add("proposed", proposed(proposed));
        }
        JsonArrayBuilder said = JSON.createArrayBuilder();
        whys.keySet()
                .forEach(why -> said.add(JSON.createObjectBuilder()
                        .add("ok", (Boolean) why.get(0))
                        .add("text", (String) why.get(1))));
        return out.add("whys", said).build().toString();
    }

    private static JsonObjectBuilder proposed(RailLines.BoardChanges proposed) {
        JsonObjectBuilder marks = JSON.createObjectBuilder();
        proposed.marks().forEach(marks::add);
        JsonArrayBuilder left = JSON.createArrayBuilder();
        proposed.left()
                .forEach(one -> left.add(
                        JSON.createObjectBuilder().add("gap", one.gap()).add("text", one.text())));
        return JSON.createObjectBuilder().add("marks", marks).add("left", left);
    }

    private JsonObjectBuilder slot(AdSlot slot) {
        SlotKind kind = kinds.get(slot.definition());
        JsonObjectBuilder rooms = JSON.createObjectBuilder();
        JsonObjectBuilder before = JSON.createObjectBuilder();
        if (kind != null) {
            kind.rooms().forEach((breakpoint, room) -> {
                String size = room.sizes().isEmpty() ? "" : room.sizes().get(0).toString();
                rooms.add(
                        breakpoint,
                        JSON.createObjectBuilder().add("height", room.height()).add("size", size));
                before.add(breakpoint, arrangement.distance(slot.id(), breakpoint));
            });
        }
        JsonObjectBuilder out = JSON.createObjectBuilder()
                .add("id", slot.id())
                .add("name", arrangement.name(slot.id()))
                .add("definition", slot.definition())
                .add(
                        "label",
                        kind == null
                                ? ""
                                : kind.labelIn(arrangement.story().header().language()))
                .add("gap", arrangement.gap(slot))
                .add("pinned", slot.pinned())
                .add("state", slot.state().key())
                .add("where", arrangement.where(slot));
        return out.add("rooms", rooms).add("before", before);
    }

    /** Numbers of the gaps that a person refused. */
    private JsonArrayBuilder refused() {
        List<String> ids = arrangement.story().ids();
        JsonArrayBuilder numbers = JSON.createArrayBuilder();
        arrangement.layout().refused().stream()
                .map(block -> ids.indexOf(block) + 1)
                .filter(gap -> gap > 0 && gap < ids.size())
                .forEach(numbers::add);
        return numbers;
    }

    private JsonArrayBuilder gaps() {
        JsonArrayBuilder gaps = JSON.createArrayBuilder();
        arrangement.report().gaps().forEach(gap -> gaps.add(number(gap)));
        return gaps;
    }

    /** Where a slot in the hand may stand, and the share of ads at each width then: in the text, and below it or nowhere. */
    private void targets(JsonObjectBuilder out, DropReport drop) {
        JsonArrayBuilder targets = JSON.createArrayBuilder();
        drop.gaps().forEach(gap -> targets.add(number(gap)));
        JsonObjectBuilder shares = JSON.createObjectBuilder();
        drop.inText()
                .forEach((breakpoint, share) -> shares.add(
                        breakpoint,
                        JSON.createArrayBuilder().add(share).add(drop.outside().get(breakpoint))));
        out.add("targets", targets).add("shares", shares);
    }

    private JsonObjectBuilder shares() {
        JsonObjectBuilder shares = JSON.createObjectBuilder();
        arrangement.meters().forEach(meter -> shares.add(meter.name(), meter.share()));
        return shares;
    }

    private int number(GapReport gap) {
        List<Object> why = new ArrayList<>();
        why.add(gap.verdict() != Verdict.REFUSED);
        why.add(String.join(" ", sentences.of(gap, arrangement.report().bestUnevenness())));
        return whys.computeIfAbsent(why, none -> whys.size());
    }
}
