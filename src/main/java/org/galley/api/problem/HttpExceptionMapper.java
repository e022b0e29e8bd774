package org.galley.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gives the errors that the REST server finds by itself (no such address, wrong method, wrong media type) a problem document,
 * keeping headers such as {@code Allow}.
 *
 * <p>The exception's own words are not shown: a server writes into them what it likes, class names and input included.
 */
@Provider
public class HttpExceptionMapper implements ExceptionMapper<WebApplicationException> {
    private static final Set<String> REPLACED =
            Set.of("content-type", "content-length", "content-encoding", "content-language", "cache-control");

    @Override
    public Response toResponse(WebApplicationException exception) {
        Response given = exception.getResponse();
        int status = given.getStatus();
        if (status < 400 || status > 599) {
            return given;
        }
        Problem inBody = status == 400 ? JsonFaults.behind(exception.getCause()) : null;
        if (inBody != null) {
            return ProblemResponse.of(inBody);
        }
        if (status == 500) {
            return ProblemResponse.of(Incidents.record(exception));
        }
        Response.ResponseBuilder answer = ProblemResponse.builder(
                Problem.ofStatus(status).detail(detail(status, given)).build());
        for (Map.Entry<String, List<Object>> header : given.getHeaders().entrySet()) {
            if (!REPLACED.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                header.getValue().forEach(value -> answer.header(header.getKey(), value));
            }
        }
        return answer.build();
    }

    private static String detail(int status, Response given) {
        return switch (status) {
            case 400 -> "The request cannot be read.";
            case 401 -> "Send a token as \"Authorization: Bearer …\"; POST /tokens with HTTP Basic gives one.";
            case 403 -> "This account may not do this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> allowed(given);
            case 406 -> "This address cannot answer in the form that the Accept header asks for.";
            case 413 -> "The body is larger than this address takes.";
            case 415 -> "This address does not take a body of this Content-Type.";
            case 503 -> "Galley is not ready; try again in a moment.";
            default -> "";
        };
    }

    private static String allowed(Response given) {
        Object allow = given.getHeaders().getFirst(HttpHeaders.ALLOW);
        return "This address does not take this method" + (allow == null ? "." : "; it takes " + allow + ".");
    }
}
