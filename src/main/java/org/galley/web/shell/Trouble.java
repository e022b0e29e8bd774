package org.galley.web.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.galley.platform.refusal.RefusedException;
import org.primefaces.csp.CspException;

/** What the error page says: what happened and what to do about it, and never how Galley is made inside. */
@Named
@RequestScoped
public class Trouble {
    private static final int DEEPEST = 20;

    /** The page runs no script at all; whatever policy the failed request had is replaced, as two would both have to hold. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Inject
    private FacesContext faces;

    private String kind;
    private String detail;

    @PostConstruct
    void look() {
        if (!faces.getPartialViewContext().isAjaxRequest()) {
            faces.getExternalContext().setResponseHeader("Content-Security-Policy", POLICY);
        }
        Map<String, Object> request = faces.getExternalContext().getRequestMap();
        Throwable cause = (Throwable) request.get(RequestDispatcher.ERROR_EXCEPTION);
        int status = request.get(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof RefusedException refusal) {
                detail = refusal.getMessage();
                status = status(refusal.kind());
                break;
            }
            if (cause instanceof ViewExpiredException || cause instanceof CspException) {
                kind = "expired";
                answer(HttpServletResponse.SC_CONFLICT);
                return;
            }
            cause = cause.getCause();
        }
        kind = switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "missing";
            case HttpServletResponse.SC_GONE -> "gone";
            case HttpServletResponse.SC_FORBIDDEN -> "forbidden";
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "refused" : "failed";
        };
        answer(status);
    }

    /** To a partial request the page is the content of an answer that did succeed: with another status browsers drop it. */
    private void answer(int status) {
        if (!faces.getPartialViewContext().isAjaxRequest()) {
            faces.getExternalContext().setResponseStatus(status);
        }
    }

    private static int status(RefusedException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
            case TOO_MANY -> 429;
        };
    }

    /** One of {@code missing}, {@code gone}, {@code forbidden}, {@code refused}, {@code expired}, {@code failed}: the words of the page. */
    public String getKind() {
        return kind;
    }

    /** Where the page that was open too long can be loaded again: a path from the server's root, or null. */
    public String getAgain() {
        if (!"expired".equals(kind)) {
            return null;
        }
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.startsWith("/") && !path.startsWith("//") ? path : null;
    }

    /** What a service said for the person who asked, or null. */
    public String getDetail() {
        return detail;
    }
}
