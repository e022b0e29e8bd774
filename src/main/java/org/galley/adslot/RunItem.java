package org.galley.adslot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.galley.adslot.PlacementRun.Outcome;
import org.galley.story.AdLayout;

/** What a run did to one article that did not stay as it was, with what is needed to take it back. */
@Entity
@IdClass(RunItem.Key.class)
@Table(name = "placement_run_item")
@NamedQuery(
        name = "RunItem.after",
        query = "select i from RunItem i where i.runId = :run and i.articleId > :after order by i.articleId")
@NamedQuery(
        name = "RunItem.noted",
        query = "select i from RunItem i where i.runId = :run and i.note is not null order by i.outcome desc,"
                + " i.articleId")
@NamedQuery(
        name = "RunItem.plain",
        query = "select i from RunItem i where i.runId = :run and i.note is null order by i.articleId")
@NamedQuery(
        name = "RunItem.changed",
        query = "select i.articleId from RunItem i where i.runId = :run and i.articleId > :after and i.outcome ="
                + " :outcome order by i.articleId")
class RunItem {
    private static final int MAX_NOTE = 500;

    @Id
    @Column(name = "run_id")
    private long runId;

    @Id
    @Column(name = "article_id")
    private long articleId;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private Integer revision;

    @Column(name = "slots_before")
    private int slotsBefore;

    @Column(name = "slots_after")
    private int slotsAfter;

    @Column(name = "layout_before")
    private String layoutBefore;

    private String note;

    /** @param runId which run; @param articleId which article */
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private long runId;
        private long articleId;

        public Key() {}

        Key(long runId, long articleId) {
            this.runId = runId;
            this.articleId = articleId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.runId == runId && key.articleId == articleId;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(runId * 31 + articleId);
        }
    }

    protected RunItem() {}

    RunItem(long run, long article, Outcome outcome, Integer revision, AdLayout before, AdLayout after, String note) {
        runId = run;
        articleId = article;
        this.outcome = outcome;
        this.revision = revision;
        slotsBefore = standing(before);
        slotsAfter = standing(after);
        layoutBefore = before.canonical();
        this.note = note == null || note.length() <= MAX_NOTE ? note : cut(note);
    }

    /** As much of a note as there is room for, between two characters. */
    private static String cut(String note) {
        int end = MAX_NOTE - 1;
        return note.substring(0, Character.isHighSurrogate(note.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    private static int standing(AdLayout layout) {
        return (int) layout.slots().stream()
                .filter(slot -> slot.state().hasPosition())
                .count();
    }

    long article() {
        return articleId;
    }

    Outcome outcome() {
        return outcome;
    }

    Integer revision() {
        return revision;
    }

    AdLayout before() {
        return AdLayout.parse(layoutBefore);
    }

    int slotsBefore() {
        return slotsBefore;
    }

    int slotsAfter() {
        return slotsAfter;
    }

    String note() {
        return note;
    }
}
