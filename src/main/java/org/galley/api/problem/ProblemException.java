package org.galley.api.problem;

import java.io.Serial;
import java.util.Objects;

/** Ends a request with a problem document; it is an answer and no fault of the server, so it is never logged. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        // Without a stack trace: it is thrown for every careless request and nobody reads where.
        super(Objects.requireNonNull(problem, "problem").title(), null, false, false);
        this.problem = problem;
    }

    /** What to answer; never null in the virtual machine that threw it. */
    public Problem problem() {
        return problem;
    }
}
