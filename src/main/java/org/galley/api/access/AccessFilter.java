package org.galley.api.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemResponse;
import org.galley.api.problem.ProblemType;
import org.galley.people.Account;
import org.galley.people.ApiTokens;
import org.galley.people.Caller;

/**
 * Lets in who brings a token; resources that are {@link Open} let in everybody.
 *
 * <p>The desk's own pages call the API with their session. A browser sends a session's cookie whoever made the page, but lets no
 * foreign page add a header of its own, so a session counts only together with {@value #FROM_THE_DESK}. A page that was opened by
 * one person may outlive that person's session in a browser where another one signs in; it says in {@value #PERSON} whose it is,
 * and is not taken for anybody else's.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {
    static final String FROM_THE_DESK = "X-Galley";
    /** The username of whoever opened the page, percent-encoded. */
    static final String PERSON = "X-Galley-Person";

    private static final String BEARER = "bearer ";

    @Inject
    private Caller caller;

    @Inject
    private ApiTokens tokens;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass() != null && resource.getResourceClass().isAnnotationPresent(Open.class)) {
            return;
        }
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            boolean fromTheDesk = "1".equals(request.getHeaderString(FROM_THE_DESK));
            if (!fromTheDesk || caller.account().isEmpty() || !isPersonOf(request)) {
                request.abortWith(signInNeeded("Bearer realm=\"galley\""));
            }
            return;
        }
        Optional<Account> account = authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? tokens.authenticate(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
        account.ifPresentOrElse(
                caller::actAs,
                () -> request.abortWith(signInNeeded("Bearer realm=\"galley\", error=\"invalid_token\"")));
    }

    private boolean isPersonOf(ContainerRequestContext request) {
        String person = request.getHeaderString(PERSON);
        try {
            return person == null || caller.username().equals(URLDecoder.decode(person, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Response signInNeeded(String challenge) {
        Problem problem = Problem.of(
                ProblemType.SIGN_IN_NEEDED,
                "Send a token as \"Authorization: Bearer …\"; POST /api/v1/tokens with HTTP Basic gives one.");
        return Response.fromResponse(ProblemResponse.of(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
