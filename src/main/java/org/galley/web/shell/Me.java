package org.galley.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.galley.people.Account;
import org.galley.people.Caller;
import org.galley.people.Right;

/** Who is signed in, for the frame around every screen. */
@Named
@RequestScoped
public class Me {
    @Inject
    private Caller caller;

    @Inject
    private FacesContext faces;

    public boolean isSignedIn() {
        return caller.account().isPresent();
    }

    public Account getAccount() {
        return caller.account().orElse(null);
    }

    public boolean isWriter() {
        return caller.has(Right.WRITE_OWN);
    }

    public boolean isAdPlacer() {
        return caller.has(Right.PLACE_ADS);
    }

    public boolean isCataloguer() {
        return caller.has(Right.CATALOGUE);
    }

    public boolean isAdministrator() {
        return caller.has(Right.ADMINISTER);
    }

    public boolean isChecklistKeeper() {
        return caller.has(Right.CHECKLISTS);
    }

    public boolean isReviewer() {
        return caller.has(Right.APPROVE);
    }

    public boolean isPublisher() {
        return caller.has(Right.PUBLISH);
    }

    /** Ends the session and goes to the sign-in screen. */
    public void signOut() throws IOException, ServletException {
        ExternalContext external = faces.getExternalContext();
        ((HttpServletRequest) external.getRequest()).logout();
        external.invalidateSession();
        external.redirect(external.getRequestContextPath() + "/sign-in");
        faces.responseComplete();
    }
}
