package org.galley.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galley.diff.StoryDiff;
import org.galley.story.AdLayout;
import org.galley.story.ContentHash;
import org.galley.story.Story;

/** An immutable, numbered state of an article's text and ad layout. */
@Entity
@Table(name = "revision")
@NamedQuery(
        name = "Revision.byNumber",
        query = "select r from Revision r where r.articleId = :article and r.number = :number")
@NamedQuery(
        name = "Revision.latestAt",
        query = "select r from Revision r where r.articleId = :article and r.at <= :at order by r.number desc")
@NamedQuery(
        name = "Revision.between",
        query = "select r from Revision r where r.articleId = :article and r.number between :from and :to"
                + " order by r.number")
@NamedQuery(
        name = "Revision.hashes",
        query = "select r.number, r.hash from Revision r where r.articleId = :article and r.number in :numbers")
@NamedQuery(
        name = "Revision.manifests",
        query = "select r.number, r.storedManifest, r.storedOrigins from Revision r where r.articleId = :article"
                + " and r.number between :from and :to order by r.number")
@NamedQuery(
        name = "Revision.withOrigins",
        query = "select max(r.number) from Revision r where r.articleId = :article and r.number <= :number"
                + " and r.storedOrigins is not null")
@NamedQuery(
        name = "Revision.keepOrigins",
        query = "update Revision r set r.storedOrigins = :origins where r.articleId = :article and r.number = :number")
@NamedQuery(
        name = "Revision.credits",
        query = "select r.number, r.kind, r.author, r.at, r.name, r.storedWriters from Revision r"
                + " where r.articleId = :article and r.number in :numbers")
@NamedQuery(name = "Revision.newest", query = "select max(r.number) from Revision r where r.articleId = :article")
@NamedQuery(
        name = "Revision.before",
        query = "select r from Revision r where r.articleId = :article and r.number < :before order by r.number desc")
class Revision {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_seq")
    private Long id;

    @Column(name = "article_id")
    private long articleId;

    private int number;
    private String author;
    private Instant at;
    private String kind;
    private String name;
    private String note;

    @Column(name = "header_hash")
    @Convert(converter = HashColumn.class)
    private String headerHash;

    @Column(name = "layout_hash")
    @Convert(converter = HashColumn.class)
    private String layoutHash;

    /** As {@link Manifest#stored} gave it. */
    @Column(name = "manifest")
    private String storedManifest;

    /** Null until {@link #resolve} was told what the stored one differs from. */
    @Transient
    private Manifest manifest;

    /** As {@link Origins#stored} gave it; null unless the list of blocks is a whole one, and in histories from before it was kept. */
    @Column(name = "origins")
    private String storedOrigins;

    /** As {@link Writers#canonical} gave it; null if the author wrote all that is new. */
    @Column(name = "writers")
    private String storedWriters;

    @Column(name = "content_hash")
    @Convert(converter = HashColumn.class)
    private String contentHash;

    /** That of the revision before, which is not kept twice: {@link #follow} tells it. */
    @Transient
    private String parentHash;

    @Convert(converter = HashColumn.class)
    private String hash;

    private int words;

    @Column(name = "words_added")
    private int wordsAdded;

    @Column(name = "words_removed")
    private int wordsRemoved;

    @Column(name = "blocks_moved")
    private int blocksMoved;

    @Column(name = "slots_changed")
    private int slotsChanged;

    @Column(name = "text_changed")
    private boolean textChanged;

    @Column(name = "ads_changed")
    private boolean adsChanged;

    protected Revision() {}

    /**
     * @param parent the revision before, or null for the first
     * @param change what changed since the parent
     */
    Revision(long articleId, Revision parent, NewRevision fresh, StoryDiff change, Instant at) {
        this.articleId = articleId;
        this.number = parent == null ? 1 : parent.number + 1;
        this.author = fresh.author();
        this.at = at;
        this.kind = fresh.kind().key();
        this.name = fresh.name();
        this.note = fresh.note();
        Story story = fresh.story();
        this.headerHash = ContentHash.of(story.header().canonical()).hex();
        this.layoutHash = ContentHash.of(fresh.layout().canonical()).hex();
        this.manifest = Manifest.of(story);
        this.storedManifest =
                parent == null ? manifest.stored() : manifest.stored(number, parent.manifest(), parent.base());
        Writers others = fresh.writers().others(author, parent == null ? Manifest.EMPTY : parent.manifest(), manifest);
        this.storedWriters = others.equals(Writers.NONE) ? null : others.canonical();
        this.contentHash = contentHash(headerHash, layoutHash, manifest);
        this.parentHash = parent == null ? null : parent.hash;
        this.hash = chainHash(parentHash);
        this.words = story.count().words();
        this.wordsAdded = change.wordsAdded();
        this.wordsRemoved = change.wordsRemoved();
        this.blocksMoved = change.blocksMoved();
        this.slotsChanged = change.slotsArranged();
        this.textChanged =
                parent == null || !headerHash.equals(parent.headerHash) || !manifest.equals(parent.manifest());
        this.adsChanged =
                parent == null ? !fresh.layout().equals(AdLayout.EMPTY) : !layoutHash.equals(parent.layoutHash);
    }

    private static String contentHash(String headerHash, String layoutHash, Manifest manifest) {
        return ContentHash.of("header " + headerHash + "\nlayout " + layoutHash + "\n" + manifest.canonical())
                .hex();
    }

    /**
     * What the chain's hash of this revision must be, by what is stored.
     *
     * @param before the hash of the revision before; null for the first
     */
    final String chainHash(String before) {
        return ContentHash.of(String.join(
                        "\n",
                        before == null ? "" : before,
                        contentHash(headerHash, layoutHash, manifest()),
                        author,
                        at.toString(),
                        kind))
                .hex();
    }

    /** The revision with whose whole list of blocks this one's begins; this one itself if it is whole. */
    private int base() {
        int base = Manifest.baseOf(storedManifest);
        return base == 0 ? number : base;
    }

    /** @param before the hash of the revision before; null for the first, or if that was taken out */
    Revision follow(String before) {
        parentHash = before;
        return this;
    }

    /** Whether its list of blocks is kept as a whole. */
    boolean isWhole() {
        return base() == number;
    }

    /** Keeps which revisions its blocks are from. */
    void keep(Origins origins) {
        storedOrigins = origins.stored();
    }

    /** Who gave a block the content that this revision has: its author, or those whose autosaves it gathered. */
    List<String> writersOf(String block) {
        return writers().of(block, author);
    }

    /** Who wrote the blocks of this revision that its author did not write alone. */
    Writers writers() {
        return storedWriters == null ? Writers.NONE : Writers.parse(storedWriters);
    }

    /**
     * The first revision whose list of blocks is needed to know this one's; its own number if none is.
     *
     * @throws IllegalArgumentException if what is stored is no list
     */
    int needsListsFrom() {
        return manifest == null ? base() : number;
    }

    /**
     * Works out the list of blocks.
     *
     * @param before the list of the revision before; null will do if none is needed
     * @throws IllegalArgumentException if what is stored is no list, or no difference from that one
     */
    void resolve(Manifest before) {
        if (manifest == null) {
            manifest = Manifest.read(storedManifest, before);
        }
    }

    boolean isResolved() {
        return manifest != null;
    }

    Manifest manifest() {
        if (manifest == null) {
            throw RevisionRows.damaged(number);
        }
        return manifest;
    }

    /** Block ids and the hashes of their contents, in order. */
    Map<String, String> blocks() {
        return manifest().blocks();
    }

    /**
     * What each block that was changed was before, by the hash of what it is now.
     *
     * @param parent the revision before, or null for the first
     */
    Map<ContentHash, String> olderContents(Revision parent) {
        Map<ContentHash, String> older = new HashMap<>();
        Map<String, String> before = parent == null ? Map.of() : parent.blocks();
        blocks().forEach((id, now) -> {
            String then = before.get(id);
            if (then != null && !then.equals(now)) {
                older.put(new ContentHash(now), then);
            }
        });
        return older;
    }

    List<String> contentHashes() {
        List<String> hashes = new ArrayList<>(blocks().values());
        hashes.add(headerHash);
        hashes.add(layoutHash);
        return hashes;
    }

    String headerHash() {
        return headerHash;
    }

    String layoutHash() {
        return layoutHash;
    }

    String hash() {
        return hash;
    }

    String parentHash() {
        return parentHash;
    }

    int number() {
        return number;
    }

    RevisionSummary summary() {
        return new RevisionSummary(
                number,
                RevisionKind.ofKey(kind),
                author,
                at,
                name,
                note,
                contentHash,
                hash,
                parentHash,
                words,
                wordsAdded,
                wordsRemoved,
                blocksMoved,
                slotsChanged,
                textChanged,
                adsChanged);
    }
}
