package org.galley.api.json;

import java.util.ArrayList;
import java.util.List;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.ProblemType;
import org.galley.api.problem.Violation;

/** Collects everything that is wrong with one request's body, so that a client hears of all of it at once. */
public final class Faults {
    /** More are counted and not listed: a body wrong throughout must not cause an answer larger than itself. */
    static final int LISTED = 100;

    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();
    private int count;

    /**
     * Notes a fault for which the request will be refused.
     *
     * @param pointer JSON pointer to it
     * @param rule one of {@link org.galley.api.problem.Rules}
     * @param message what is wrong and what is accepted
     */
    public void add(String pointer, String rule, String message) {
        count++;
        if (violations.size() < LISTED) {
            violations.add(new Violation(pointer, message, rule));
        }
    }

    /** Notes something that was put right and that the client should know of. */
    public void warn(String pointer, String rule, String message) {
        if (warnings.size() < LISTED) {
            warnings.add(new Violation(pointer, message, rule));
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The first 100 faults, in the order in which they were found. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    public List<Violation> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws ProblemException 400 with every violation, if there is one */
    public void throwIfAny() {
        if (count > 0) {
            throw new ProblemException(problem());
        }
    }

    private Problem problem() {
        Violation first = violations.get(0);
        String place = first.pointer().isEmpty() ? "" : " (at " + first.pointer() + ")";
        String detail = first.message() + place + ".";
        if (count > 1) {
            detail = count + " faults, the first: " + detail;
        }
        Problem.Builder problem = Problem.of(ProblemType.INVALID).detail(detail).violations(violations);
        if (count > violations.size()) {
            problem.extension("violationsInAll", count);
        }
        return problem.build();
    }
}
