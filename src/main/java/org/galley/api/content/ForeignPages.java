package org.galley.api.content;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.galley.platform.config.GalleySettings;

/**
 * Lets the pages of named origins, and no others, read published content in a browser (CORS, as fetch.spec.whatwg.org has it).
 *
 * <p>The rest of the API is never opened: it knows sessions. Content knows none, so no credentials are ever allowed.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
public class ForeignPages implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String ORIGIN = "Origin";
    private static final String PREFIX = "Access-Control-";
    private static final String WANTED_METHOD = PREFIX + "Request-Method";
    private static final Set<String> METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Inject
    private GalleySettings settings;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean preflight = request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString(ORIGIN) != null
                && request.getHeaderString(WANTED_METHOD) != null;
        if (preflight && isContent(request) && !settings.contentOrigins().isEmpty()) {
            request.abortWith(Response.noContent().build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isContent(request)) {
            return;
        }
        Set<String> origins = settings.contentOrigins();
        if (origins.isEmpty()) {
            return;
        }
        MultivaluedMap<String, Object> headers = response.getHeaders();
        // A cache must not give one origin the answer that another one got.
        headers.add(HttpHeaders.VARY, ORIGIN);
        String origin = request.getHeaderString(ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return;
        }
        headers.putSingle(PREFIX + "Allow-Origin", origin);
        String wanted = request.getHeaderString(WANTED_METHOD);
        if (request.getMethod().equals(HttpMethod.OPTIONS) && wanted != null) {
            if (METHODS.contains(wanted)) {
                headers.putSingle(PREFIX + "Allow-Methods", "GET, HEAD");
                headers.putSingle(PREFIX + "Allow-Headers", "If-None-Match, If-Modified-Since");
                headers.putSingle(PREFIX + "Max-Age", "3600");
            }
        } else {
            headers.putSingle(PREFIX + "Expose-Headers", "ETag, Last-Modified");
        }
    }

    private static boolean isContent(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String plain = path.startsWith("/") ? path.substring(1) : path;
        return plain.equals("content") || plain.startsWith("content/");
    }
}
