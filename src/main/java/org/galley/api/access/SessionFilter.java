package org.galley.api.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.galley.platform.web.SessionMark;

/** Tells the desk's own pages, and nobody else, which session answered, as a page may outlive the one it was opened in. */
@Provider
public class SessionFilter implements ContainerResponseFilter {
    static final String SESSION = "X-Galley-Session";

    @Context
    private HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString(AccessFilter.FROM_THE_DESK) != null) {
            String mark = SessionMark.of(servlet);
            if (!mark.isEmpty()) {
                response.getHeaders().putSingle(SESSION, mark);
            }
        }
    }
}
