package org.galley.web.compare;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galley.diff.FieldChange;
import org.galley.diff.LayoutDecisions;
import org.galley.diff.StoryDiff;
import org.galley.story.AdLayout;
import org.galley.story.Inline;
import org.galley.story.Picture;
import org.galley.story.ReadingDirection;
import org.galley.story.Story;

/**
 * What changed between two states of an article, as the screens print it.
 *
 * @param headline the headline with its differences, escaped
 * @param standfirst the standfirst if it is what it was, escaped; empty if there is none, or it changed
 * @param fields the other header fields that changed
 * @param leadPictures the picture above the text, or the older one and the newer one
 * @param leadDetails what is said of it if it is what it was
 * @param rows blocks and ad slots as they stand on the page, deleted ones where they stood, those without a place first
 * @param wordsAdded words that only the newer state has
 * @param wordsRemoved words that only the older state has
 * @param blocksMoved blocks that somebody moved
 * @param slotsChanged ad slots of which something became
 * @param directionBefore from which side the older text is read, as {@code dir} has it in HTML
 * @param direction the same of the newer one
 */
public record Comparison(
        ComparedField headline,
        String standfirst,
        List<ComparedField> fields,
        List<ComparedPicture> leadPictures,
        List<ComparedField> leadDetails,
        List<ComparedRow> rows,
        int wordsAdded,
        int wordsRemoved,
        int blocksMoved,
        int slotsChanged,
        String directionBefore,
        String direction)
        implements Serializable {

    private static final String HEADLINE = "headline";
    private static final String STANDFIRST = "standfirst";

    public Comparison {
        fields = List.copyOf(fields);
        leadPictures = List.copyOf(leadPictures);
        leadDetails = List.copyOf(leadDetails);
        rows = List.copyOf(rows);
    }

    public static Comparison between(Story from, AdLayout fromAds, Story to, AdLayout toAds) {
        StoryDiff diff = StoryDiff.between(from, fromAds, to, toAds);
        String plain = Inline.of(to.header().headline()).html();
        ComparedField headline = diff.fields().stream()
                .filter(field -> field.field().equals(HEADLINE))
                .findFirst()
                .map(ComparedField::of)
                .orElseGet(() -> new ComparedField(HEADLINE, "", plain, plain, plain));
        List<ComparedField> fields = new ArrayList<>(diff.fields().stream()
                .filter(Comparison::isNoHeadline)
                .map(ComparedField::of)
                .toList());
        LayoutDecisions decisions = LayoutDecisions.between(fromAds, toAds);
        if (decisions.isSwitched()) {
            fields.add(ComparedField.ofChoice(
                    "advertising",
                    Wording.HISTORY.say("advertising." + decisions.before().key()),
                    Wording.HISTORY.say("advertising." + decisions.after().key())));
        }
        boolean sameStandfirst = fields.stream().noneMatch(field -> field.name().equals(STANDFIRST));
        return new Comparison(
                headline,
                sameStandfirst ? Inline.of(to.header().standfirst()).html() : "",
                fields,
                ComparedPicture.of(from.header().leadImage(), to.header().leadImage()),
                leadDetails(to.header().leadImage(), fields),
                new Rows(diff, decisions, from, toAds).inOrder(),
                diff.wordsAdded(),
                diff.wordsRemoved(),
                diff.blocksMoved(),
                diff.slots().size(),
                ReadingDirection.of(from.header().language()).key(),
                ReadingDirection.of(to.header().language()).key());
    }

    private static List<ComparedField> leadDetails(Picture picture, List<ComparedField> changed) {
        return Rows.beside(picture).entrySet().stream()
                .filter(said -> !said.getValue().isEmpty())
                .map(said -> ComparedField.same("leadImage." + said.getKey(), said.getValue()))
                .filter(field -> changed.stream().noneMatch(one -> one.name().equals(field.name())))
                .toList();
    }

    private static boolean isNoHeadline(FieldChange field) {
        return !field.field().equals(HEADLINE);
    }

    /** Whether the headline changed. */
    public boolean isRenamed() {
        return !headline.label().isEmpty();
    }

    public boolean isSame() {
        return changes() == 0;
    }

    /** How many places there are to step through. */
    public long changes() {
        return rows.stream().filter(ComparedRow::isChanged).count() + fields.size() + (isRenamed() ? 1 : 0);
    }

    /** The sums in one line, for example "18 words added, 6 removed, 1 paragraph moved". */
    public String sums() {
        return Wording.HISTORY.say("comparison.sums", wordsAdded, wordsRemoved, blocksMoved, slotsChanged);
    }
}
