package org.galley.adslot;

import java.io.Serializable;

/**
 * What a run did to one article that did not stay as it was.
 *
 * @param changed whether it got another layout; otherwise it could not be changed and {@code note} says why
 * @param revision the revision of the ads that was made, or null
 * @param slotsBefore slots that had a place before
 * @param slotsAfter slots that have a place now
 * @param note what is worth knowing, or null
 */
public record RunReportLine(
        long article, String headline, boolean changed, Integer revision, int slotsBefore, int slotsAfter, String note)
        implements Serializable {}
