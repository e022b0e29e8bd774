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
import org.galley.story.AdLayout;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Story;
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
    private Timeline names;

    private List<Moment> moments = List.of();

    /**
     * A revision that changed the paragraph.
     *
     * @param who what happened and who did it
     * @param row what changed since the moment before
     */
    public record Moment(int revision, Instant at, String who, ComparedRow row) implements Serializable {}

    boolean isAsked() {
        return life != null && !life.isBlank();
    }

    void load(long article) {
        List<BlockMoment> found = blame.life(article, life, Integer.MAX_VALUE, MOST);
        List<Moment> shown = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Block now = found.get(i).content();
            Block before = i + 1 < found.size() ? found.get(i + 1).content() : null;
            if (isMeant(before, now)) {
                shown.add(moment(found.get(i), before, now));
            }
        }
        moments = List.copyOf(shown);
    }

    /** Whether the sentence came in, or went out, here; without one every change is meant. */
    private boolean isMeant(Block before, Block now) {
        return getSentence().isEmpty() || hasSentence(before) != hasSentence(now);
    }

    private boolean hasSentence(Block block) {
        return block != null && block.text().contains(getSentence());
    }

    private Moment moment(BlockMoment moment, Block before, Block now) {
        List<ComparedRow> rows = Comparison.between(story(before), AdLayout.EMPTY, story(now), AdLayout.EMPTY)
                .rows();
        return new Moment(
                moment.revision(),
                moment.at(),
                Wording.HISTORY.say("event." + moment.kind().key(), names.person(moment.author())),
                rows.isEmpty() ? null : rows.get(0));
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
