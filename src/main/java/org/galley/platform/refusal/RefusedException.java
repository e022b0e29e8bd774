package org.galley.platform.refusal;

import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;

/**
 * A service's refusal to do what it was asked: why, in words for the person who asked, and where, if fields are at fault.
 *
 * <p>It rolls the transaction back. It is never a defect of Galley: those are any other exceptions.
 */
@ApplicationException(rollback = true)
public class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Why a request is refused, by what the asker can do about it. */
    public enum Kind {
        /** There is no such thing, or not for this person. */
        NOT_FOUND,
        /** Never for this person. */
        FORBIDDEN,
        /** Not now, or not on this state. */
        CONFLICT,
        /** The input is at fault. */
        INVALID,
        /** Too often; later. */
        TOO_MANY
    }

    private final Kind kind;
    private final String code;
    private final transient List<FieldProblem> fields;

    public RefusedException(Kind kind, String code, String message, List<FieldProblem> fields) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.fields = List.copyOf(fields);
    }

    /** Nothing of that name, as far as this person may know. */
    public static RefusedException notFound(String message) {
        return new RefusedException(Kind.NOT_FOUND, "not-found", message, List.of());
    }

    /** This person may never do that. */
    public static RefusedException forbidden(String code, String message) {
        return new RefusedException(Kind.FORBIDDEN, code, message, List.of());
    }

    /** Not possible in the present state. */
    public static RefusedException conflict(String code, String message) {
        return new RefusedException(Kind.CONFLICT, code, message, List.of());
    }

    /** The input is at fault, at these fields. */
    public static RefusedException invalid(String message, List<FieldProblem> fields) {
        return new RefusedException(Kind.INVALID, "invalid", message, fields);
    }

    /** The input is at fault at one field. */
    public static RefusedException invalid(String field, String message) {
        return invalid(message, List.of(new FieldProblem(field, message)));
    }

    public Kind kind() {
        return kind;
    }

    /** A stable word for programs. */
    public String code() {
        return code;
    }

    /** The fields at fault; empty unless {@link Kind#INVALID}. */
    public List<FieldProblem> fields() {
        return fields == null ? List.of() : fields;
    }

    /**
     * @param field the field's name in the API, for example {@code headline}
     * @param message what is wrong with it and what is needed
     */
    public record FieldProblem(String field, String message) {}
}
