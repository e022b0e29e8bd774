package org.galley.api.problem;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;

/** Refuses a {@code Content-Type} that is none before the REST server does, which answers it with a page for people. */
@WebFilter(filterName = "contentTypeCheck", urlPatterns = "/api/*")
public class ContentTypeCheck implements Filter {
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentType() == null || isReadable(request.getContentType())) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.ofStatus(UNSUPPORTED_MEDIA_TYPE)
                .detail("The Content-Type is none; examples are application/json and text/plain; charset=UTF-8.")
                .build();
        ProblemWriter.write(problem, (HttpServletResponse) response);
    }

    private static boolean isReadable(String contentType) {
        try {
            MediaType.valueOf(contentType);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
