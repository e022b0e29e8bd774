package org.galley.api.imports;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.galley.api.json.EntityTags;
import org.galley.intake.ImportOutcome;
import org.galley.intake.ImportOutcome.Kind;
import org.galley.intake.ImportReport;
import org.galley.intake.Imports;
import org.galley.intake.Imports.Reading;
import org.galley.intake.format.ImportSource;
import org.galley.intake.format.ImportedStory;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.Header;

/**
 * Takes in all stories of a document and answers with what became of them: of one story as a plain text is answered, of several as a
 * list.
 *
 * @param section where new articles go; null for where the document says
 */
record Documents(Imports imports, String section) {

    Response take(ImportSource source) {
        List<Reading> readings = imports.read(source);
        boolean single = readings.size() == 1
                && readings.get(0).stories().size() == 1
                && readings.get(0).name().equals(source.name());
        if (single) {
            return one(take(readings.get(0).stories().get(0)));
        }
        List<JsonObject> reports = new ArrayList<>();
        boolean made = false;
        for (Reading reading : readings) {
            if (reading.problem() != null) {
                reports.add(ImportReport.named(reading.name(), ImportReport.failed(reading.problem())));
            }
            for (ImportedStory story : reading.stories()) {
                JsonObject report = report(story);
                made |= report.getString("outcome").equals(Kind.CREATED.key());
                reports.add(ImportReport.named(
                        reading.name().isEmpty() ? story.header().headline() : reading.name(), report));
            }
        }
        JsonArrayBuilder items = Json.createArrayBuilder();
        reports.forEach(items::add);
        return Response.status(made ? Response.Status.CREATED : Response.Status.OK)
                .entity(Json.createObjectBuilder().add("items", items).build())
                .build();
    }

    /** One of several: what is wrong with it does not stop the others. */
    private JsonObject report(ImportedStory story) {
        try {
            return ImportReport.of(take(story));
        } catch (RefusedException e) {
            return ImportReport.failed(e.getMessage());
        }
    }

    private ImportOutcome take(ImportedStory story) {
        Header header = section == null ? null : imports.header(story).withSection(section);
        return imports.take(story, header);
    }

    private static Response one(ImportOutcome outcome) {
        Response.ResponseBuilder answer = Response.status(
                switch (outcome.kind()) {
                    case CREATED -> Response.Status.CREATED;
                    case PROPOSED -> Response.Status.ACCEPTED;
                    case UPDATED, UNCHANGED, IGNORED -> Response.Status.OK;
                });
        if (outcome.proposal() != null) {
            answer.location(URI.create("imports/proposals/" + outcome.proposal()));
        } else if (outcome.article() != null) {
            answer.location(URI.create("articles/" + outcome.article().id()))
                    .header(HttpHeaders.ETAG, EntityTags.of(outcome.article().version()));
        }
        return answer.entity(ImportReport.of(outcome)).build();
    }
}
