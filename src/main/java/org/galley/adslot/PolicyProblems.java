package org.galley.adslot;

import java.util.ArrayList;
import java.util.List;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;

/** What is wrong with a policy that somebody sent, as much of it as is told. */
final class PolicyProblems {
    /** More are not listed: a policy wrong throughout must not cause an answer larger than itself. */
    static final int LISTED = 100;

    private static final int LONGEST_SHOWN = 100;

    private final List<FieldProblem> listed = new ArrayList<>();

    void add(String field, String message) {
        if (listed.size() < LISTED) {
            listed.add(new FieldProblem(field, message));
        }
    }

    /** @throws RefusedException invalid, naming the first hundred members at fault */
    void refuseIfAny() {
        if (!listed.isEmpty()) {
            throw RefusedException.invalid("The policy cannot be used as it is.", listed);
        }
    }

    /** A name of a megabyte is not sent back. */
    static String shown(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name;
    }
}
