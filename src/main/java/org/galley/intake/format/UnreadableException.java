package org.galley.intake.format;

/** Says why a document cannot become a story, in words for the person who brought it, without repeating any of it. */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code a stable key in kebab case; @param message what is wrong and what to do, in English */
    public UnreadableException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
