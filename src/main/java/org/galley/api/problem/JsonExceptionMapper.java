package org.galley.api.problem;

import jakarta.json.JsonException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers 400 to a body that is no JSON, naming line and column; JSON that we failed to write is an incident. */
@Provider
public class JsonExceptionMapper implements ExceptionMapper<JsonException> {
    @Override
    public Response toResponse(JsonException exception) {
        return Incidents.answer(exception);
    }
}
