package org.galley.api.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;

/**
 * Gives a problem document to errors that the REST server answers past every exception mapper, such as a {@code Content-Type} that
 * cannot be read; otherwise its own page for people would be sent.
 */
@Provider
public class BareErrors implements ContainerResponseFilter {
    private static final int FIRST_ERROR = 400;
    private static final int FIRST_FAULT_OF_SERVER = 500;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < FIRST_ERROR
                || response.hasEntity()
                || request.getMethod().equals(HttpMethod.HEAD)) {
            return;
        }
        Problem problem = Problem.ofStatus(response.getStatus())
                .detail(
                        response.getStatus() < FIRST_FAULT_OF_SERVER
                                ? "The request cannot be read."
                                : "Something went wrong in Galley; its log says what.")
                .build();
        response.setEntity(
                problem.toJson().toString().getBytes(StandardCharsets.UTF_8),
                new Annotation[0],
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}
