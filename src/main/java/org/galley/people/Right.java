package org.galley.people;

/** One thing that a person may do, as services ask for it. */
public enum Right {
    /** See any story, its history, ads and workflow. */
    READ_STORIES("see stories"),
    /** Write new articles and revise and submit one's own. */
    WRITE_OWN("write stories"),
    /** Revise anybody's article. */
    WRITE_ANY("change other people's stories"),
    COMMENT("comment on stories"),
    /** Approve, or send back, what others wrote. */
    APPROVE("approve stories"),
    /** Publish, schedule, correct and withdraw. */
    PUBLISH("publish stories"),
    /** Say what has to be ticked for a section's stories before they are approved. */
    CHECKLISTS("change checklists"),
    /** Say who writes which story, by when and how urgently, and settle legal questions. */
    ASSIGN("assign stories"),
    /** Change where ad slots stand. */
    PLACE_ADS("change ad layouts"),
    /** Change slot definitions and placement policies. */
    CATALOGUE("change the ad catalogue"),
    /** Users, sections, tokens, audit. */
    ADMINISTER("administer Galley");

    private final String words;

    Right(String words) {
        this.words = words;
    }

    /** The right as the end of a sentence that begins "may". */
    public String words() {
        return words;
    }
}
