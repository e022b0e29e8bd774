package org.galley.api.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Turns a problem into the HTTP answer that carries it. */
public final class ProblemResponse {
    private ProblemResponse() {}

    /** The answer, which no cache may keep. */
    public static Response of(Problem problem) {
        return builder(problem).build();
    }

    /** The answer, still open for further headers. */
    static Response.ResponseBuilder builder(Problem problem) {
        // Bytes, as every server writes them as they are, whatever writers it has for JSON and whatever Accept asks
        // for.
        byte[] body = problem.toJson().toString().getBytes(StandardCharsets.UTF_8);
        return Response.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
    }
}
