package org.galley.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.galley.platform.refusal.RefusedException;

/**
 * Who is asking, in this request; services demand rights of it.
 *
 * <pre>{@code
 * caller.require(Right.PLACE_ADS);
 * }</pre>
 *
 * <p>The person comes from the signed-in session, or from the token that the API accepted. Nobody at all may do nothing.
 */
@RequestScoped
public class Caller {
    @Inject
    private SecurityContext security;

    @Inject
    private People people;

    private Account account;

    /** The person, if somebody is signed in and still active. */
    public Optional<Account> account() {
        if (account == null) {
            Principal principal = security.getCallerPrincipal();
            if (principal != null) {
                account = people.find(principal.getName()).orElse(null);
            }
        }
        return Optional.ofNullable(account);
    }

    /** Lets a way in that has verified a person by its own means (an API token) say who it is. */
    public void actAs(Account verified) {
        account = verified;
    }

    /**
     * The username of the person.
     *
     * @throws RefusedException forbidden, if nobody is signed in
     */
    public String username() {
        return signedIn().username();
    }

    /** @throws RefusedException forbidden, if nobody is signed in */
    public Account signedIn() {
        return account().orElseThrow(() -> RefusedException.forbidden("not-signed-in", "Sign in first."));
    }

    public boolean has(Right right) {
        return account().map(a -> a.has(right)).orElse(false);
    }

    /** @throws RefusedException forbidden, if the person has not this right */
    public void require(Right right) {
        if (!signedIn().has(right)) {
            throw RefusedException.forbidden("right-missing", "Your role does not allow you to " + right.words() + ".");
        }
    }
}
