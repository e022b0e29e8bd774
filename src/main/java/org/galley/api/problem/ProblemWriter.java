package org.galley.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with a problem document where the REST server has no part in it. */
final class ProblemWriter {
    private ProblemWriter() {}

    static void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = problem.toJson().toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
