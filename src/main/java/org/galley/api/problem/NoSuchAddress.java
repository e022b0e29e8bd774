package org.galley.api.problem;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers addresses under {@code /api} that belong to no version of the API as programs expect it, not with a page for people. */
@WebServlet(name = "noSuchAddress", urlPatterns = "/api/*")
public class NoSuchAddress extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = Problem.of(
                ProblemType.NOT_FOUND,
                "There is nothing at this address; the API is at /api/v1, described at /openapi.");
        ProblemWriter.write(problem, response);
    }
}
