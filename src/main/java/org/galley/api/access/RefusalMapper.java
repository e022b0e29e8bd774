package org.galley.api.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemResponse;
import org.galley.api.problem.ProblemType;
import org.galley.api.problem.Rules;
import org.galley.api.problem.Violation;
import org.galley.platform.refusal.RefusedException;

/** Answers a service's refusal with its reason, its stable code and the fields at fault. */
@Provider
public class RefusalMapper implements ExceptionMapper<RefusedException> {
    /** The length of the window in which failed sign-ins are counted. */
    private static final int RETRY_AFTER_SECONDS = 15 * 60;

    @Override
    public Response toResponse(RefusedException refusal) {
        Problem.Builder problem =
                Problem.of(typeOf(refusal.kind())).detail(refusal.getMessage()).extension("code", refusal.code());
        refusal.fields()
                .forEach(field -> problem.violation(
                        new Violation(pointer(field.field()), sentence(field.message()), Rules.FORM)));
        Response answer = ProblemResponse.of(problem.build());
        if (refusal.kind() == RefusedException.Kind.TOO_MANY) {
            return Response.fromResponse(answer)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        return answer;
    }

    private static ProblemType typeOf(RefusedException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> ProblemType.NOT_FOUND;
            case FORBIDDEN -> ProblemType.NOT_ALLOWED;
            case CONFLICT -> ProblemType.NOT_NOW;
            case INVALID -> ProblemType.INVALID;
            case TOO_MANY -> ProblemType.TOO_MANY_REQUESTS;
        };
    }

    /** A field as services name it, such as {@code ads[3].after}, as an RFC 6901 pointer. */
    static String pointer(String field) {
        return "/" + field.replace("[", "/").replace("]", "").replace('.', '/');
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
