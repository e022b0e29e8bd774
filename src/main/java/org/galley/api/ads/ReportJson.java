package org.galley.api.ads;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.galley.api.json.OrNull;
import org.galley.placement.BrokenRule;
import org.galley.placement.Explanation;
import org.galley.placement.GapReport;
import org.galley.placement.HeightEstimate;
import org.galley.placement.PlacementReport;
import org.galley.placement.SlotDistance;
import org.galley.placement.Violation;

/** Writes what placement says of a layout; each broken rule also as the sentence that the screens show. */
final class ReportJson {
    /** Looked up once: {@code Json} looks for its provider at every call, which takes longer than a gap is judged in. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final ResourceBundle WORDS = Explanation.english();

    private ReportJson() {}

    /** @param slots ids of the blocks after which slots stand, from the top down */
    static JsonObject write(List<String> slots, PlacementReport report) {
        JsonArrayBuilder gaps = JSON.createArrayBuilder();
        report.gaps().forEach(gap -> gaps.add(gap(gap, report.bestUnevenness())));
        JsonArrayBuilder distances = JSON.createArrayBuilder();
        report.distances().forEach(distance -> distances.add(distance(distance)));
        return JSON.createObjectBuilder()
                .add("slots", JSON.createArrayBuilder(slots))
                .add("heights", figures(report.heights()))
                .add("density", figures(report.densities()))
                .add("gaps", gaps)
                .add("violations", violations(report.errors()))
                .add("warnings", violations(report.warnings()))
                .add("distances", distances)
                .add(
                        "estimateWithin",
                        JSON.createObjectBuilder()
                                .add("total", HeightEstimate.TOTAL_WITHIN)
                                .add("gap", HeightEstimate.GAP_WITHIN))
                .build();
    }

    private static JsonObject figures(Map<String, Double> byBreakpoint) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        byBreakpoint.forEach(json::add);
        return json.build();
    }

    private static JsonObject gap(GapReport gap, double bestUnevenness) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        OrNull.text(json, "after", gap.after());
        json.add("verdict", gap.verdict().key());
        JsonArrayBuilder broken = JSON.createArrayBuilder();
        gap.broken().forEach(rule -> broken.add(rule(rule)));
        json.add("broken", broken);
        gap.regret().ifPresent(regret -> json.add("regret", regret).add("fewerSlots", gap.fewerSlots()));
        gap.displaced().ifPresent(block -> json.add("displaces", block));
        JsonArrayBuilder sentences = JSON.createArrayBuilder();
        Explanation.of(gap, bestUnevenness).forEach(sentence -> sentences.add(sentence.text(WORDS)));
        return json.add("explanation", sentences).build();
    }

    private static JsonObjectBuilder rule(BrokenRule rule) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("rule", rule.rule());
        OrNull.text(json, "breakpoint", rule.breakpoint());
        json.add("needs", rule.needs()).add("has", rule.has());
        OrNull.text(json, "block", rule.block());
        return json;
    }

    private static JsonArray violations(List<Violation> violations) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Violation violation : violations) {
            JsonObjectBuilder json = rule(violation.broken())
                    .add("severity", violation.severity().name().toLowerCase(Locale.ROOT));
            OrNull.text(json, "slot", violation.slot());
            OrNull.text(json, "after", violation.after());
            array.add(json.add("text", Explanation.of(violation.broken()).text(WORDS)));
        }
        return array.build();
    }

    private static JsonObject distance(SlotDistance distance) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("breakpoint", distance.breakpoint());
        OrNull.text(json, "from", distance.from());
        OrNull.text(json, "to", distance.to());
        return json.add("px", distance.px()).add("needs", distance.needs()).build();
    }
}
