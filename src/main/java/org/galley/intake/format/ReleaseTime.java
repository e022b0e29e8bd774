package org.galley.intake.format;

import java.time.Instant;

/** Reads until when a sender does not let an item be published; what is not understood is taken for a promise without an end. */
record ReleaseTime(Moments moments, Findings findings) {

    /**
     * The first instant at which the item may be published.
     *
     * @param withheld whether the sender says that it must not be published until further notice
     * @param embargoed whether the sender says that there is an embargo, be it without an end
     * @param until the end of the embargo, as it stands in the document; may be empty
     * @return null if nothing stands against publication; {@link ImportedStory#FURTHER_NOTICE} if nobody knows for how long it does
     */
    Instant read(boolean withheld, boolean embargoed, String until) {
        if (withheld) {
            findings.warning("withheld", "The sender withholds it: it must not be published until further notice.");
            return ImportedStory.FURTHER_NOTICE;
        }
        if (!embargoed) {
            return null;
        }
        Instant end = moments.instant(until);
        if (end == null) {
            findings.warning(
                    "embargo-unreadable",
                    until.isBlank()
                            ? "The sender’s embargo has no end; a note to editors may say more."
                            : "The end of the sender’s embargo is no time that can be read: " + until);
            return ImportedStory.FURTHER_NOTICE;
        }
        return end;
    }
}
