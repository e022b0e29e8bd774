package org.galley.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import org.galley.intake.format.WireName;
import org.galley.story.ContentHash;
import org.galley.story.Header;
import org.galley.story.Story;

/**
 * An item that a sender knows by a name of its own, the article that was made of it, and the text as it was last taken: as long as the
 * article still is that text, nobody here has edited it.
 */
@Entity
@Table(name = "wire_item")
@NamedQuery(name = "WireItem.ofKey", query = "select w.id from WireItem w where w.itemKey = :key")
class WireItem {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "item_key")
    private String itemKey;

    @Column(name = "item_id")
    private String itemId;

    private String format;

    @Column(name = "article_id")
    private long articleId;

    private String version;

    @Column(name = "versioned_at")
    private Instant versionedAt;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "base_header")
    private String baseHeader;

    @Column(name = "base_body")
    private String baseBody;

    @Column(name = "imported_at")
    private Instant importedAt;

    @Column(name = "imported_by")
    private String importedBy;

    protected WireItem() {}

    WireItem(WireName name, String format, long article, String contentHash, Story base, String by, Instant now) {
        this.format = format;
        articleId = article;
        importedBy = by;
        importedAt = now;
        seen(name, contentHash);
        become(base);
    }

    static String keyOf(String id) {
        return ContentHash.of(id).hex();
    }

    /** Another version of it came, maybe by a newer name; whether it was taken is said by {@link #become}. */
    final void seen(WireName name, String hash) {
        itemKey = keyOf(name.id());
        itemId = name.id();
        version = name.version();
        versionedAt = name.at();
        contentHash = hash;
    }

    /** The article has this text of the sender's now. */
    final void become(Story base) {
        baseHeader = base.header().canonical();
        baseBody = base.bodyCanonical();
    }

    long id() {
        return id;
    }

    long articleId() {
        return articleId;
    }

    String contentHash() {
        return contentHash;
    }

    /** The newest version that came, as its sender names it. */
    WireName name() {
        return new WireName(itemId, version, versionedAt);
    }

    Story base() {
        return new Story(Header.parse(baseHeader), Story.parseBody(baseBody));
    }
}
