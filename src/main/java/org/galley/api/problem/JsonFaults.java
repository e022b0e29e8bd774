package org.galley.api.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonGenerationException;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParsingException;

/** Says where a body stops being JSON, in our words: a parser's own may quote the body. */
public final class JsonFaults {
    private static final int MAX_CAUSES = 16;

    private JsonFaults() {}

    /** The problem for a body that is not well-formed, with {@code line} and {@code column} (from 1) where they are known. */
    public static Problem malformed(JsonException exception) {
        return exception instanceof JsonParsingException parsing
                ? malformed("This is not well-formed JSON", parsing.getLocation())
                : malformed("This is not well-formed JSON", null);
    }

    /**
     * The problem for a body that is refused at a place.
     *
     * @param what what is wrong, a sentence without its stop
     * @param location where, or null if nobody knows
     */
    public static Problem malformed(String what, JsonLocation location) {
        Problem.Builder problem = Problem.of(ProblemType.MALFORMED_JSON);
        if (location == null || location.getLineNumber() < 1 || location.getColumnNumber() < 1) {
            return problem.detail(what + ".").build();
        }
        return problem.detail(
                        what + ": line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ".")
                .extension("line", location.getLineNumber())
                .extension("column", location.getColumnNumber())
                .build();
    }

    /**
     * The problem in the body that lies behind an exception of some reader, or null if a client's JSON is not the cause.
     * A failure to write JSON is ours and gives null.
     */
    static Problem behind(Throwable thrown) {
        boolean binding = false;
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof JsonGenerationException) {
                return null;
            }
            if (cause instanceof JsonException json) {
                return malformed(json);
            }
            binding |= cause instanceof JsonbException;
            cause = cause.getCause();
        }
        return binding ? malformed("This JSON does not have the form that is asked for", null) : null;
    }
}
