package org.galley.api.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.galley.api.access.Open;
import org.galley.api.json.Faults;
import org.galley.api.json.JsonBody;
import org.galley.api.json.Members;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemType;

/**
 * Gives an open page of the desk a new session after its own has ended. Programs take a token instead.
 *
 * <p>It answers only to the desk's own pages: without the header that no foreign page can add, another site could sign its
 * visitors in as somebody else.
 */
@Path("session")
@Open
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class SessionResource {
    private static final int LONGEST = 4_000;

    @Inject
    private SecurityContext security;

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A new session for a page of the desk that is open already")
    public Response signIn(@HeaderParam("X-Galley") String fromTheDesk, InputStream body) throws IOException {
        JsonObject json = JsonBody.parse(body, LONGEST);
        Faults faults = new Faults();
        Members members = Members.of(json, faults);
        String username = members.text("username", "");
        String password = members.text("password", "");
        members.refuseOthers();
        faults.throwIfAny();
        boolean known = "1".equals(fromTheDesk)
                && security.authenticate(
                                request,
                                response,
                                AuthenticationParameters.withParams()
                                        .credential(new UsernamePasswordCredential(username, password)))
                        == AuthenticationStatus.SUCCESS;
        if (!known) {
            throw Problem.of(ProblemType.SIGN_IN_NEEDED)
                    .detail("Name and password do not belong together.")
                    .exception();
        }
        return Response.ok(Json.createObjectBuilder().add("username", username).build())
                .build();
    }
}
