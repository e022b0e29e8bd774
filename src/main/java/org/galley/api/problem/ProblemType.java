package org.galley.api.problem;

import java.net.URI;

/** The kinds of problem that a client may want to tell apart; key and status never change once published. */
public enum ProblemType {
    /** The body cannot be read as one JSON object. */
    MALFORMED_JSON("malformed-json", 400, "The body is not one well-formed JSON object"),
    /** The body was read, and fields in it are at fault; {@code violations} names them. */
    INVALID("invalid", 400, "Fields are at fault"),
    /** {@code limit} or {@code after} is at fault. */
    BAD_PAGE("bad-page", 400, "The page asked for cannot be given"),
    /** {@code If-Match} does not have the form of RFC 9110, section 13.1.1. */
    MALFORMED_PRECONDITION("malformed-precondition", 400, "The If-Match header cannot be read"),
    SIGN_IN_NEEDED("sign-in-needed", 401, "Sign-in is needed"),
    /** This person may never do this. */
    NOT_ALLOWED("not-allowed", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    /** This person may do this, but not as things stand. */
    NOT_NOW("not-now", 409, "Not possible now"),
    /** Two people changed the same words. */
    CONFLICT("conflict", 409, "Somebody else changed the same text"),
    /** {@code If-Match} names no version that this resource ever had. */
    PRECONDITION_FAILED("precondition-failed", 412, "The version named by If-Match is unknown"),
    TOO_LARGE("too-large", 413, "The body is too large"),
    PRECONDITION_REQUIRED("precondition-required", 428, "An If-Match header is needed"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    /** A fault of the server, known to its log by the incident's id. */
    INCIDENT("incident", 500, "Galley failed to do this");

    private final String key;
    private final int status;
    private final String title;

    ProblemType(String key, int status, String title) {
        this.key = key;
        this.status = status;
        this.title = title;
    }

    public String key() {
        return key;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The same few English words every time, as RFC 9457, section 3.1.3 asks. */
    public String title() {
        return title;
    }

    /** {@code urn:galley:problem:} and the key: a name, not an address, as it must stay when hosts change. */
    public URI uri() {
        return URI.create("urn:galley:problem:" + key);
    }
}
