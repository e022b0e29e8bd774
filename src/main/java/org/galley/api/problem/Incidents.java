package org.galley.api.problem;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Gives a fault of the server an id, so that the client can report it and the log can be searched for it.
 *
 * <p>The log gets the id and the stack trace; never the request's address, headers or body, which may hold unpublished text
 * and tokens. The client gets the id alone.
 */
final class Incidents {
    private static final System.Logger LOG = System.getLogger(Incidents.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 6;
    private static final int MAX_CAUSES = 16;

    private Incidents() {}

    /** Answers whatever was thrown: a problem or malformed JSON behind it as such, all else as an incident. */
    static Response answer(Throwable thrown) {
        Problem wrapped = wrappedProblem(thrown);
        if (wrapped == null && isOfReader(thrown)) {
            wrapped = JsonFaults.behind(thrown);
        }
        return ProblemResponse.of(wrapped == null ? record(thrown) : wrapped);
    }

    /** Whether it comes from reading a body. JSON that fails deep inside some service is stored JSON and no fault of the client. */
    private static boolean isOfReader(Throwable thrown) {
        return thrown instanceof JsonException
                || thrown instanceof JsonbException
                || thrown instanceof ProcessingException;
    }

    /** Logs a fault and gives the problem that names it. */
    static Problem record(Throwable thrown) {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        LOG.log(System.Logger.Level.ERROR, "Incident " + id + ": a request to the API failed", thrown);
        return Problem.of(ProblemType.INCIDENT)
                .detail("Something went wrong in Galley. Nothing in the request needs to change; give the incident's id"
                        + " to whoever runs this server.")
                .instance(URI.create("urn:galley:incident:" + id))
                .extension("incident", id)
                .build();
    }

    /** Containers wrap what passes them; the problem inside is still the answer. Null if there is none. */
    private static Problem wrappedProblem(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof ProblemException known && known.problem() != null) {
                return known.problem();
            }
            cause = cause.getCause();
        }
        return null;
    }
}
