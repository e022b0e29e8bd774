package org.galley.api.tokens;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.access.Open;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemResponse;
import org.galley.api.problem.ProblemType;
import org.galley.people.Account;
import org.galley.people.ApiTokens;
import org.galley.people.SignIn;

/** Gives a token for a name and a password. */
@Path("tokens")
@Open
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class TokensResource {
    private static final String BASIC = "basic ";

    @Inject
    private SignIn signIn;

    @Inject
    private ApiTokens tokens;

    @Context
    private HttpServletRequest request;

    @POST
    @Operation(summary = "A token for the name and password in HTTP Basic")
    public Response issue(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
        Optional<Account> account = credentials(authorization)
                .flatMap(given ->
                        signIn.attempt(given.username(), given.password().toCharArray(), request.getRemoteAddr()));
        if (account.isEmpty()) {
            return refused();
        }
        ApiTokens.Issued issued = tokens.issue(account.get());
        JsonObject json = Json.createObjectBuilder()
                .add("token", issued.token())
                .add("expires", issued.expires().toString())
                .build();
        return Response.ok(json).build();
    }

    /** What HTTP Basic carries (RFC 7617), in UTF-8 as the challenge says. */
    private record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "Credentials[username=" + username + "]";
        }
    }

    private static Optional<Credentials> credentials(String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? Optional.of(new Credentials(parts[0], parts[1])) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Response refused() {
        Problem problem = Problem.of(
                ProblemType.SIGN_IN_NEEDED,
                "Send a name and its password with HTTP Basic; these do not belong together.");
        return Response.fromResponse(ProblemResponse.of(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"galley\", charset=\"UTF-8\"")
                .build();
    }
}
