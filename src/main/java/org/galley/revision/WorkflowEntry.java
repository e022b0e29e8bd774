package org.galley.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;

/** One step of an article's workflow, as it is kept. */
@Entity
@Table(name = "workflow_entry")
@NamedQuery(
        name = "WorkflowEntry.ofArticle",
        query =
                "select new org.galley.revision.WorkflowStep(e.at, e.actor, e.action, e.fromState, e.toState, e.revision,"
                        + " e.note) from WorkflowEntry e where e.articleId = :article order by e.at desc, e.id desc")
@NamedQuery(
        name = "WorkflowEntry.ofAction",
        query =
                "select e from WorkflowEntry e where e.articleId in :articles and e.action = :action order by e.at, e.id")
class WorkflowEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    private Instant at;
    private String actor;
    private String action;

    @Column(name = "from_state")
    private String fromState;

    @Column(name = "to_state")
    private String toState;

    private Integer revision;
    private String note;

    protected WorkflowEntry() {}

    WorkflowEntry(long articleId, WorkflowStep step) {
        this.articleId = articleId;
        this.at = step.at();
        this.actor = step.actor();
        this.action = step.action();
        this.fromState = step.from();
        this.toState = step.to();
        this.revision = step.revision();
        this.note = step.note();
    }

    long id() {
        return id;
    }

    long article() {
        return articleId;
    }

    Instant at() {
        return at;
    }

    WorkflowStep step() {
        return new WorkflowStep(at, actor, action, fromState, toState, revision, note);
    }
}
