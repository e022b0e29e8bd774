package org.galley.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.security.Principal;
import java.util.Set;

/**
 * Signs a person in when the sign-in screen asks for it, and recognises the session afterwards. Requests without a session get none:
 * readers and API clients leave no trace.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
    private static final String CALLER = "org.galley.caller";

    @Inject
    private IdentityStoreHandler identityStores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Credential credential = context.getAuthParameters().getCredential();
        if (credential != null) {
            CredentialValidationResult result = identityStores.validate(credential);
            if (result.getStatus() != CredentialValidationResult.Status.VALID) {
                return AuthenticationStatus.SEND_FAILURE;
            }
            // A session that somebody else may have planted must not become a signed-in one.
            request.getSession(true);
            request.changeSessionId();
            request.getSession()
                    .setAttribute(
                            CALLER,
                            new Known(result.getCallerPrincipal().getName(), Set.copyOf(result.getCallerGroups())));
            return context.notifyContainerAboutLogin(result.getCallerPrincipal(), result.getCallerGroups());
        }
        HttpSession session = request.getSession(false);
        Object known = session == null ? null : session.getAttribute(CALLER);
        if (known instanceof Known caller) {
            return context.notifyContainerAboutLogin(caller, caller.groups());
        }
        return context.doNothing();
    }

    @Override
    public void cleanSubject(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        context.cleanClientSubject();
    }

    /** Who signed in to a session. */
    private record Known(String name, Set<String> groups) implements Principal, Serializable {
        @Override
        public String getName() {
            return name;
        }
    }
}
