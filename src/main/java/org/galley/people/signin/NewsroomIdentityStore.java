package org.galley.people.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Collectors;
import org.galley.people.Account;
import org.galley.people.Role;
import org.galley.people.SignIn;
import org.galley.platform.refusal.RefusedException;

/** Lets Jakarta Security verify names and passwords against the newsroom's accounts. */
@ApplicationScoped
class NewsroomIdentityStore implements IdentityStore {
    @Inject
    private SignIn signIn;

    @Inject
    private HttpServletRequest request;

    @Inject
    private ClientAddress clientAddress;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential given)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        try {
            return signIn.attempt(given.getCaller(), given.getPassword().getValue(), clientAddress.of(request))
                    .map(NewsroomIdentityStore::valid)
                    .orElse(CredentialValidationResult.INVALID_RESULT);
        } catch (RefusedException e) {
            // The container swallows what a store throws, and the person would read that the password is wrong.
            request.setAttribute(SignIn.REFUSAL, e.getMessage());
            return CredentialValidationResult.INVALID_RESULT;
        }
    }

    private static CredentialValidationResult valid(Account account) {
        return new CredentialValidationResult(
                account.username(), account.roles().stream().map(Role::key).collect(Collectors.toSet()));
    }
}
