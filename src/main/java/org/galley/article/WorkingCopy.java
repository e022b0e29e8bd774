package org.galley.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.galley.revision.Writers;
import org.galley.story.AdLayout;
import org.galley.story.Header;
import org.galley.story.Story;

/** What the desk is editing now: one per article, shared by everyone in it, with a version that counts up. */
@Entity
@Table(name = "working_copy")
@NamedQuery(
        name = "WorkingCopy.versions",
        query = "select c.articleId, c.version from WorkingCopy c where c.articleId in :ids")
@NamedQuery(
        name = "WorkingCopy.stamps",
        query = "select new org.galley.article.StoryStamp(c.articleId, c.version, c.updatedAt) from WorkingCopy c"
                + " where c.articleId > :after order by c.articleId")
@NamedQuery(
        name = "WorkingCopy.left",
        query = "select c.articleId from WorkingCopy c where c.unsaved = true and c.updatedAt <= :before order by"
                + " c.updatedAt")
@NamedQuery(
        name = "WorkingCopy.pictures",
        query = "select w.articleId, w.header, w.body from WorkingCopy w"
                + " where w.articleId > :after and (w.body like '%/media/%' or w.header like '%/media/%')"
                + " order by w.articleId")
class WorkingCopy {
    @Id
    @Column(name = "article_id")
    private long articleId;

    private long version;
    private String header;
    private String body;
    private String layout;

    /** Whether it holds changes that are in no revision. */
    private boolean unsaved;

    /** As {@link Writers#canonical} gave it: of blocks that were changed since the newest revision. */
    private String writers = "";

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private String updatedBy;

    protected WorkingCopy() {}

    WorkingCopy(long articleId, Story story, AdLayout layout, String author, Instant now) {
        this.articleId = articleId;
        hold(story, layout, author, now);
    }

    /**
     * Becomes this text and layout, one version later.
     *
     * @param earlier the text that it has
     */
    void take(Story earlier, Story story, AdLayout slots, String author, Instant now) {
        writers = writers().after(earlier, story, author).canonical();
        hold(story, slots, author, now);
    }

    private void hold(Story story, AdLayout slots, String author, Instant now) {
        header = story.header().canonical();
        body = story.bodyCanonical();
        layout = slots.canonical();
        version++;
        unsaved = true;
        updatedAt = now;
        updatedBy = author;
    }

    void revised() {
        unsaved = false;
        writers = "";
    }

    /** Who last changed the blocks that are not as the newest revision has them. */
    Writers writers() {
        return Writers.parse(writers);
    }

    Story story() {
        return new Story(Header.parse(header), Story.parseBody(body));
    }

    AdLayout layout() {
        return AdLayout.parse(layout);
    }

    boolean holds(Story story, AdLayout slots) {
        return header.equals(story.header().canonical())
                && body.equals(story.bodyCanonical())
                && layout.equals(slots.canonical());
    }

    WorkingState state() {
        return new WorkingState(articleId, version, header, body, layout, updatedAt, updatedBy);
    }

    long version() {
        return version;
    }

    boolean isUnsaved() {
        return unsaved;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    String updatedBy() {
        return updatedBy;
    }
}
