package org.galley.api.ads;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.galley.placement.BrokenRule;
import org.galley.placement.GapReport;
import org.galley.placement.HeightEstimate;
import org.galley.placement.PlacementReport;
import org.galley.placement.Sentences;
import org.galley.placement.SlotDistance;
import org.galley.placement.Violation;

/**
 * Writes what placement says of a layout; what is wrong also in the sentences that the screens show.
 *
 * <p>It is written while it is sent: as objects in memory the report on a long text would be many times its own size.
 */
final class ReportJson {
    /** Looked up once: {@code Json} looks for its provider at every call. */
    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

    private final JsonGenerator json;
    private final Sentences sentences;

    private ReportJson(JsonGenerator json, Sentences sentences) {
        this.json = json;
        this.sentences = sentences;
    }

    /** @param slots ids of the blocks after which slots stand, from the top down */
    static StreamingOutput of(List<String> slots, PlacementReport report, Sentences sentences) {
        return out -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                new ReportJson(json, sentences).write(slots, report);
            }
        };
    }

    private void write(List<String> slots, PlacementReport report) {
        json.writeStartObject().writeStartArray("slots");
        slots.forEach(json::write);
        json.writeEnd();
        figures("heights", report.heights());
        figures("density", report.densities());
        json.writeStartArray("gaps");
        report.gaps().forEach(gap -> gap(gap, report.bestUnevenness()));
        json.writeEnd();
        violations("violations", report.errors());
        violations("warnings", report.warnings());
        json.writeStartArray("distances");
        report.distances().forEach(this::distance);
        json.writeEnd();
        json.writeStartObject("estimateWithin")
                .write("total", HeightEstimate.TOTAL_WITHIN)
                .write("gap", HeightEstimate.GAP_WITHIN)
                .writeEnd();
        json.writeEnd();
    }

    private void figures(String name, Map<String, Double> byBreakpoint) {
        json.writeStartObject(name);
        byBreakpoint.forEach(json::write);
        json.writeEnd();
    }

    private void gap(GapReport gap, double bestUnevenness) {
        json.writeStartObject();
        orNull("after", gap.after());
        json.write("verdict", gap.verdict().key()).writeStartArray("broken");
        for (BrokenRule broken : gap.broken()) {
            json.writeStartObject();
            rule(broken);
            json.writeEnd();
        }
        json.writeEnd();
        gap.regret().ifPresent(regret -> json.write("regret", regret).write("fewerSlots", gap.fewerSlots()));
        gap.displaced().ifPresent(block -> json.write("displaces", block));
        json.writeStartArray("explanation");
        sentences.of(gap, bestUnevenness).forEach(json::write);
        json.writeEnd().writeEnd();
    }

    private void rule(BrokenRule rule) {
        json.write("rule", rule.rule());
        orNull("breakpoint", rule.breakpoint());
        json.write("needs", rule.needs()).write("has", rule.has());
        orNull("block", rule.block());
    }

    private void violations(String name, List<Violation> violations) {
        Map<Violation, String> texts = new HashMap<>();
        sentences.of(violations).forEach(said -> said.violations()
                .forEach(violation -> texts.put(violation, said.text())));
        json.writeStartArray(name);
        for (Violation violation : violations) {
            json.writeStartObject();
            rule(violation.broken());
            json.write("severity", violation.severity().name().toLowerCase(Locale.ROOT));
            orNull("slot", violation.slot());
            orNull("after", violation.after());
            json.write("text", texts.get(violation)).writeEnd();
        }
        json.writeEnd();
    }

    private void distance(SlotDistance distance) {
        json.writeStartObject().write("breakpoint", distance.breakpoint());
        orNull("from", distance.from());
        orNull("to", distance.to());
        json.write("px", distance.px()).write("needs", distance.needs()).writeEnd();
    }

    /** Members are always there, and null where nothing is known. */
    private void orNull(String name, String text) {
        if (text == null) {
            json.writeNull(name);
        } else {
            json.write(name, text);
        }
    }
}
