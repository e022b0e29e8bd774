package org.galley.web.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.galley.people.SignIn;
import org.galley.platform.config.GalleySettings;
import org.galley.web.shell.Texts;
import org.omnifaces.cdi.Param;

/** The sign-in screen. */
@Named
@RequestScoped
public class SignInBean {
    @Inject
    private SecurityContext security;

    @Inject
    private FacesContext faces;

    @Inject
    private GalleySettings settings;

    @Inject
    private Texts texts;

    @Inject
    @Param(name = "to")
    private String to;

    private String username;
    private String password;
    private String wanted;

    /** Signs in and goes to the screen that was asked for, or says why not. */
    public void signIn() throws IOException {
        ExternalContext external = faces.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential(username, password)));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(external.getRequestContextPath() + target());
            faces.responseComplete();
            return;
        }
        Object refusal = external.getRequestMap().get(SignIn.REFUSAL);
        complain(refusal instanceof String words ? words : texts.get("signIn.wrong"));
    }

    private void complain(String message) {
        faces.addMessage("signIn:username", new FacesMessage(FacesMessage.SEVERITY_ERROR, message, null));
        faces.validationFailed();
    }

    /** Only a path of this application is followed, never another site. */
    private String target() {
        boolean ownPath = wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && !wanted.startsWith("/\\")
                && wanted.chars().allMatch(c -> c > ' ' && c != '\\');
        return ownPath ? wanted : "/desk";
    }

    public boolean isDemo() {
        return settings.demo();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getWanted() {
        return wanted == null ? to : wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }
}
