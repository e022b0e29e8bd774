package org.galley.api.problem;

/** The stable keys by which scripts tell one kind of fault from another; once published a key keeps its meaning. */
public final class Rules {
    /** A member that the contract does not name. */
    public static final String UNKNOWN_MEMBER = "unknown-member";
    /** A value of another JSON type than the member takes. */
    public static final String TYPE = "type";
    /** A member that must be there is not. */
    public static final String REQUIRED = "required";
    /** More characters than are kept. */
    public static final String TOO_LONG = "too-long";
    /** More elements than are kept. */
    public static final String TOO_MANY = "too-many";
    /** A text that does not have the form of its member. */
    public static final String FORM = "form";
    /** A number outside its range. */
    public static final String RANGE = "range";
    /** A word that is none of the few accepted ones. */
    public static final String CHOICE = "choice";
    /** A link target that a story may not hold. */
    public static final String LINK = "link";
    /** An id that stood before in the same list; a warning where the later one gets a new id. */
    public static final String REPEATED_ID = "repeated-id";
    /** A reference to a block that the story does not have. */
    public static final String UNKNOWN_BLOCK = "unknown-block";

    private Rules() {}
}
