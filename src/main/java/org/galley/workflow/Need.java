package org.galley.workflow;

import java.util.Locale;

/** What a transition needs beside the right state and the right person, in the order in which it is looked at. */
public enum Need {
    /** It is the person's own article, unless they may change everybody's. */
    OWN_ARTICLE,
    /** A headline and some text. */
    STORY,
    /** The person wrote none of the changes since the last approval. */
    OTHER_EYES,
    /** The ad layout breaks no rule of the placement policy. */
    ADS_POLICY,
    /** No check that this installation made a blocker has something to say. */
    CHECKS,
    /** No other article has its address, or is to have it by the clock. */
    ADDRESS,
    /** No comment is open that must be resolved. */
    COMMENTS,
    /** Every required item of the section's checklist is ticked for exactly this text. */
    CHECKLIST,
    /** No legal question of the assignment is open. */
    LEGAL,
    /** Readers have an edition. */
    LIVE,
    /** Readers have no edition. */
    NOT_LIVE,
    /** No promise to others stands against publication now. */
    NO_EMBARGO,
    /** A promise to others is recorded and not over. */
    EMBARGO,
    /** A time that has not come yet. */
    TIME,
    /** A note that says why, to the people or readers concerned. */
    NOTE;

    /** The need as a few words for people. */
    public String words() {
        return Words.say("need." + key());
    }

    /** The need's name in the API and in the bundle {@code messages.workflow}: lower case with hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
