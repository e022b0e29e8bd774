package org.galley.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.galley.intake.format.WireName;
import org.galley.story.Header;
import org.galley.story.Story;

/** A newer version of a wire item that the desk has to decide on, as it has edited the article since. */
@Entity
@Table(name = "wire_proposal")
@NamedQuery(
        name = "WireProposal.ofItem",
        query = "select p from WireProposal p where p.itemId = :item and p.state = :state order by p.id")
@NamedQuery(
        name = "WireProposal.waiting",
        query =
                "select new org.galley.intake.ProposalLine(p.id, p.articleId, a.headline, p.format, p.version, p.cancels, p.note, p.arrivedAt, p.arrivedBy)"
                        + " from WireProposal p, Article a where a.id = p.articleId and p.state = :state and p.id < :before"
                        + " and (:all = true or a.createdBy = :person or a.assignment.assignee = :person) order by p.id desc")
@NamedQuery(
        name = "WireProposal.ofArticle",
        query =
                "select new org.galley.intake.ProposalLine(p.id, p.articleId, a.headline, p.format, p.version, p.cancels, p.note, p.arrivedAt, p.arrivedBy)"
                        + " from WireProposal p, Article a where a.id = p.articleId and p.state = :state and p.articleId = :article"
                        + " order by p.id desc")
class WireProposal {
    /** What became of a proposal. */
    enum State {
        WAITING,
        TAKEN,
        DISMISSED,
        /** A still newer version came, or was taken. */
        SUPERSEDED
    }

    private static final int LONGEST_NOTE = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "wire_item_id")
    private long itemId;

    @Column(name = "article_id")
    private long articleId;

    @Enumerated(EnumType.STRING)
    private State state;

    private boolean cancels;
    private String format;
    private String version;

    @Column(name = "versioned_at")
    private Instant versionedAt;

    private String note;
    private String header;
    private String body;

    @Column(name = "arrived_at")
    private Instant arrivedAt;

    @Column(name = "arrived_by")
    private String arrivedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    private Integer revision;

    protected WireProposal() {}

    WireProposal(WireItem item, WireName name, String format, boolean cancels, String note, Story story) {
        itemId = item.id();
        articleId = item.articleId();
        state = State.WAITING;
        this.cancels = cancels;
        this.format = format;
        version = name.version();
        versionedAt = name.at();
        this.note = note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
        header = story.header().canonical();
        body = story.bodyCanonical();
    }

    WireProposal arrived(String by, Instant at) {
        arrivedBy = by;
        arrivedAt = at;
        return this;
    }

    void decided(State what, Integer made, String by, Instant at) {
        state = what;
        revision = made;
        decidedBy = by;
        decidedAt = at;
    }

    long id() {
        return id;
    }

    long itemId() {
        return itemId;
    }

    boolean isWaiting() {
        return state == State.WAITING;
    }

    boolean cancels() {
        return cancels;
    }

    String version() {
        return version;
    }

    /** The sender's text, with the ids of the paragraphs that it had before. */
    Story story() {
        return new Story(Header.parse(header), Story.parseBody(body));
    }

    ProposalLine line(String headline) {
        return new ProposalLine(id, articleId, headline, format, version, cancels, note, arrivedAt, arrivedBy);
    }
}
