package org.galley.web.history;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.galley.revision.Blame;
import org.galley.revision.BlockMoment;
import org.galley.revision.RevisionKind;
import org.galley.revision.SentenceLife;
import org.galley.revision.SentenceMoment;
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.galley.web.compare.Badge;
import org.galley.web.compare.ComparedRow;
import org.galley.web.compare.Comparison;
import org.galley.web.compare.Wording;
import org.omnifaces.cdi.Param;

/** The life of one paragraph, or of a sentence in it: every revision that changed it, and how. */
@Named
@RequestScoped
public class LifeScreen {
    private static final int MOST = 200;

    @Inject
    @Param
    private String life;

    @Inject
    @Param
    private String words;

    @Inject
    private Blame blame;

    @Inject
    private SentenceLife sentences;

    @Inject
    private Timeline names;

    private List<Moment> moments = List.of();

    /**
     * A revision that changed the paragraph.
     *
     * @param who what happened and who did it
     * @param badges what it did, in words
     * @param row what changed since the moment before
     */
    public record Moment(int revision, Instant at, String who, List<Badge> badges, ComparedRow row)
            implements Serializable {}

    boolean isAsked() {
        return life != null && !life.isBlank();
    }

    void load(long article) {
        moments = getSentence().isEmpty() ? ofParagraph(article) : ofSentence(article);
    }

    private List<Moment> ofParagraph(long article) {
        List<BlockMoment> found = blame.life(article, life, Integer.MAX_VALUE, MOST);
        List<Moment> shown = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            BlockMoment moment = found.get(i);
            Block before = i + 1 < found.size() ? found.get(i + 1).content() : null;
            ComparedRow row = row(story(before), story(moment.content()));
            shown.add(new Moment(
                    moment.revision(),
                    moment.at(),
                    who(moment.kind(), moment.authors()),
                    row == null ? List.of() : row.badges(),
                    row));
        }
        return List.copyOf(shown);
    }

    private List<Moment> ofSentence(long article) {
        return sentences.of(article, life, getSentence()).stream()
                .limit(MOST)
                .map(moment -> new Moment(
                        moment.revision(),
                        moment.at(),
                        who(moment.kind(), moment.authors()),
                        List.of(badge(moment.change())),
                        row(story(paragraph(moment.before())), story(paragraph(moment.after())))))
                .toList();
    }

    private static Badge badge(SentenceMoment.Change change) {
        String said = Wording.HISTORY.say("sentence." + change.key());
        return switch (change) {
            case ADDED -> new Badge("ins", "+", said);
            case REMOVED -> new Badge("del", "−", said);
            case MOVED -> new Badge("move", "↕", said);
            case EDITED -> new Badge("acc", "±", said);
        };
    }

    private static Block paragraph(String words) {
        return words == null ? null : new Block.Paragraph("sentence", Inline.of(words));
    }

    private String who(RevisionKind kind, List<String> authors) {
        return Wording.HISTORY.say("event." + kind.key(), names.people(authors));
    }

    private static ComparedRow row(Story before, Story after) {
        List<ComparedRow> rows = Comparison.between(before, AdLayout.EMPTY, after, AdLayout.EMPTY)
                .rows();
        return rows.isEmpty() ? null : rows.get(0);
    }

    private static Story story(Block block) {
        return new Story(Header.EMPTY, block == null ? List.of() : List.of(block));
    }

    public boolean isShown() {
        return isAsked();
    }

    public String getBlock() {
        return life;
    }

    /** The words whose life is meant; empty for the whole paragraph. */
    public String getSentence() {
        return Objects.requireNonNullElse(words, "").strip();
    }

    public List<Moment> getMoments() {
        return moments;
    }

    public String getHeading() {
        return Wording.HISTORY.say(getSentence().isEmpty() ? "life.paragraph" : "life.sentence");
    }
}
