package org.galley.publishing.internal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/**
 * All that an article's page shows: the same content is the same page, byte for byte.
 *
 * @param story the text; its header's stamp, or else the first publication, is the time that readers see
 * @param layout the ad slots; those without a position are never rendered
 * @param definitions how slots look, by definition key; has every definition of a slot with a position
 * @param site the site that it appears on
 * @param sectionKey the section's name in addresses
 * @param sectionName what readers call the section
 * @param firstPublished when readers could first read it
 * @param lastModified when readers were last given something new; "updated" is shown only if it is after the first publication
 * @param notices corrections and updates, oldest first
 * @param wordCount words of the body, at least 0
 * @param readingMinutes at least 1
 * @param ads whether slots are rendered at all
 * @param pictures those of which the sizes are known, by the address that the story names
 */
public record PageContent(
        Story story,
        AdLayout layout,
        Map<String, SlotAppearance> definitions,
        SiteInfo site,
        String sectionKey,
        String sectionName,
        Instant firstPublished,
        Instant lastModified,
        List<Notice> notices,
        int wordCount,
        int readingMinutes,
        AdSwitch ads,
        Map<String, SizedPicture> pictures) {

    /** @throws IllegalArgumentException if a slot with a position has no known definition, or its block is not in the story */
    public PageContent {
        Objects.requireNonNull(story, "story");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(sectionKey, "sectionKey");
        Objects.requireNonNull(sectionName, "sectionName");
        Objects.requireNonNull(firstPublished, "firstPublished");
        Objects.requireNonNull(lastModified, "lastModified");
        Objects.requireNonNull(ads, "ads");
        definitions = Map.copyOf(definitions);
        notices = List.copyOf(notices);
        pictures = Map.copyOf(pictures);
        // A slot that the page cannot show would be an ad lost in silence: refuse to publish instead.
        for (AdSlot slot : layout.slots()) {
            if (slot.state().hasPosition()) {
                if (!definitions.containsKey(slot.definition())) {
                    throw new IllegalArgumentException(
                            "the ad slot " + slot.id() + " has the unknown definition " + slot.definition());
                }
                if (slot.after() != null && story.block(slot.after()).isEmpty()) {
                    throw new IllegalArgumentException(
                            "the ad slot " + slot.id() + " stands after " + slot.after() + ", which is no block");
                }
            }
        }
    }

    /** The content of a page of whose pictures no sizes are known. */
    PageContent(
            Story story,
            AdLayout layout,
            Map<String, SlotAppearance> definitions,
            SiteInfo site,
            String sectionKey,
            String sectionName,
            Instant firstPublished,
            Instant lastModified,
            List<Notice> notices,
            int wordCount,
            int readingMinutes,
            AdSwitch ads) {
        this(
                story,
                layout,
                definitions,
                site,
                sectionKey,
                sectionName,
                firstPublished,
                lastModified,
                notices,
                wordCount,
                readingMinutes,
                ads,
                Map.of());
    }

    /** The lead picture's sizes, or null if they are not known. */
    SizedPicture lead() {
        return pictures.get(story.header().leadImage().src());
    }

    boolean isUpdated() {
        return lastModified.isAfter(firstPublished);
    }

    /** Whether the stamp is of another day than the publication, so that readers would not learn of that. */
    boolean isStampedOnAnotherDay() {
        return !day(stamp()).equals(day(firstPublished));
    }

    private LocalDate day(Instant at) {
        return at.atZone(site.zone()).toLocalDate();
    }

    /** The time that readers see above the text. */
    Instant stamp() {
        return story.header().stamp() == null
                ? firstPublished
                : story.header().stamp().toInstant();
    }

    PagePath path() {
        return PagePath.article(sectionKey, story.header().slug());
    }
}
