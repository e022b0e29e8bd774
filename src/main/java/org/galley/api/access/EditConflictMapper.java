package org.galley.api.access;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.galley.api.json.BodyJson;
import org.galley.api.json.EntityTags;
import org.galley.api.json.OrNull;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemResponse;
import org.galley.api.problem.ProblemType;
import org.galley.article.EditConflictException;
import org.galley.diff.Conflict;
import org.galley.story.Block;

/**
 * Answers a save that collides with somebody else's: for each place the text that both started from, the one that is kept now and
 * the one that was sent, so that nobody's words are lost.
 */
@Provider
public class EditConflictMapper implements ExceptionMapper<EditConflictException> {
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public Response toResponse(EditConflictException conflict) {
        JsonArrayBuilder blocks = JSON.createArrayBuilder();
        JsonArrayBuilder fields = JSON.createArrayBuilder();
        for (Conflict place : conflict.merge().conflicts()) {
            if (place.blockId() == null) {
                fields.add(field(place));
            } else {
                blocks.add(block(place));
            }
        }
        Problem problem = Problem.of(ProblemType.CONFLICT)
                .detail(conflict.getMessage())
                .extension("code", conflict.code())
                .extension("version", conflict.current().version())
                .extension("conflicts", blocks.build())
                .extension("fields", fields.build())
                .build();
        return Response.fromResponse(ProblemResponse.of(problem))
                .header(HttpHeaders.ETAG, EntityTags.of(conflict.current().version()))
                .build();
    }

    private static JsonObject field(Conflict place) {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("field", place.field());
        OrNull.text(json, "base", place.baseText());
        OrNull.text(json, "current", place.currentText());
        OrNull.text(json, "incoming", place.incomingText());
        return json.build();
    }

    private static JsonObject block(Conflict place) {
        JsonObjectBuilder json =
                JSON.createObjectBuilder().add("block", place.blockId()).add("field", place.field());
        OrNull.text(json, "base", html(place.base()));
        OrNull.text(json, "current", html(place.current()));
        OrNull.text(json, "incoming", html(place.incoming()));
        return json.build();
    }

    /** The block's inline HTML; for one that has no text, its canonical element. */
    private static String html(Block block) {
        if (block == null) {
            return null;
        }
        String html = BodyJson.write(block).getString("html");
        return html.isEmpty() && block.text().isEmpty() ? block.canonical() : html;
    }
}
