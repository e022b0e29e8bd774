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
        return signIn.attempt(given.getCaller(), given.getPassword().getValue(), clientAddress.of(request))
                .map(NewsroomIdentityStore::valid)
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    private static CredentialValidationResult valid(Account account) {
        return new CredentialValidationResult(
                account.username(), account.roles().stream().map(Role::key).collect(Collectors.toSet()));
    }
}
