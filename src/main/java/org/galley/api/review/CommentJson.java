package org.galley.api.review;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import org.galley.api.json.OrNull;
import org.galley.workflow.CommentLine;

/** Writes a comment as the API gives it. */
final class CommentJson {
    private CommentJson() {}

    static JsonObject write(CommentLine comment) {
        JsonArrayBuilder mentioned = Json.createArrayBuilder();
        comment.mentioned().forEach(mentioned::add);
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("id", comment.id()).add("thread", comment.thread());
        OrNull.text(json, "block", comment.block());
        json.add("gone", comment.gone())
                .add("words", comment.words())
                .add("author", comment.author())
                .add("at", comment.at().toString())
                .add("text", comment.text())
                .add("mentioned", mentioned)
                .add("must", comment.must());
        OrNull.text(json, "edited", said(comment.editedAt()));
        json.add("deleted", comment.deleted());
        OrNull.text(json, "resolved", said(comment.resolvedAt()));
        OrNull.text(json, "resolvedBy", comment.resolvedBy());
        return json.build();
    }

    private static String said(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
