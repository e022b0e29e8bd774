package org.galley.placement;

import java.util.List;
import java.util.stream.Collectors;

/** Says field by field why a body, a policy, a pin or a refusal cannot be worked with. */
public class InvalidPlacementException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldViolation> violations;

    /** At least one violation is expected; all of them are in the message too. */
    public InvalidPlacementException(List<FieldViolation> violations) {
        super(violations.stream()
                .map(violation -> violation.field() + " " + violation.message())
                .collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    /** A single field at fault. */
    public InvalidPlacementException(String field, String message) {
        this(List.of(new FieldViolation(field, message)));
    }

    /** The fields at fault, in the order of the input; empty only after serialization. */
    public List<FieldViolation> violations() {
        return violations == null ? List.of() : violations;
    }
}
