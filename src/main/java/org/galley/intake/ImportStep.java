package org.galley.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.Catalogue;
import org.galley.adslot.UnderText;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleState;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.IncomingText;
import org.galley.article.SaveOutcome;
import org.galley.article.Schedule;
import org.galley.intake.ImportOutcome.Kind;
import org.galley.intake.format.ImportNote;
import org.galley.intake.format.ImportedStory;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.platform.refusal.RefusedException;
import org.galley.revision.RevisionKind;
import org.galley.revision.WorkflowLog;
import org.galley.revision.WorkflowStep;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.BlockIds;
import org.galley.story.ContentHash;
import org.galley.story.Header;
import org.galley.story.Story;

/** Takes one story in, in one transaction: as a new article, into the article of its earlier version, or as a proposal. */
@ApplicationScoped
@Transactional
class ImportStep {
    /** What somebody decided on is not undone by a machine: a newer version waits for them. */
    private static final Set<ArticleState> DECIDED = EnumSet.of(ArticleState.APPROVED, ArticleState.SCHEDULED);

    private static final int LONGEST_FORMAT = 32;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private IncomingText texts;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private ImportHeaders headers;

    @Inject
    private Catalogue catalogue;

    @Inject
    private AdLayouts layouts;

    @Inject
    private WorkflowLog log;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param confirmed the header as a person corrected it; null for what the document says
     * @throws RefusedException forbidden or invalid
     */
    ImportOutcome take(ImportedStory story, Header confirmed) {
        caller.require(Right.WRITE_OWN);
        if (story.name() != null) {
            WireItem known = locked(story);
            if (known != null) {
                return again(known, story);
            }
        }
        if (story.cancelled()) {
            ImportNote note = ImportNote.warning(
                    "cancelled-unknown",
                    "The sender takes back an item that never was imported here; nothing was made of it.");
            return new ImportOutcome(Kind.IGNORED, null, null, null, story.with(note));
        }
        return create(story, confirmed);
    }

    /** Whether an article was made of an item of that name before. */
    boolean isKnown(ImportedStory story) {
        return story.name() != null && !found(story).isEmpty();
    }

    /** What taking a story in would come to, as things are; changes nothing. */
    Kind foresee(ImportedStory story) {
        if (!isKnown(story)) {
            return story.cancelled() ? Kind.IGNORED : Kind.CREATED;
        }
        WireItem known = entities.find(WireItem.class, found(story).get(0));
        if (story.name().isOlderThan(known.name())) {
            return Kind.IGNORED;
        }
        if (hashOf(story).equals(known.contentHash())) {
            return Kind.UNCHANGED;
        }
        ArticleView article = lifecycle.look(known.articleId());
        return reasonToWait(article, known.base(), story) == null ? Kind.UPDATED : Kind.PROPOSED;
    }

    private List<Long> found(ImportedStory story) {
        List<Long> found = found(story.name().id());
        String former = story.name().formerId();
        return found.isEmpty() && !former.isEmpty() ? found(former) : found;
    }

    private List<Long> found(String id) {
        return entities.createNamedQuery("WireItem.ofKey", Long.class)
                .setParameter("key", WireItem.keyOf(id))
                .getResultList();
    }

    private WireItem locked(ImportedStory story) {
        List<Long> ids = found(story);
        return ids.isEmpty() ? null : entities.find(WireItem.class, ids.get(0), LockModeType.PESSIMISTIC_WRITE);
    }

    private ImportOutcome create(ImportedStory story, Header confirmed) {
        Header read = headers.of(story);
        BlockIds ids = new BlockIds(random, List.of());
        List<Block> body = new ArrayList<>();
        story.body().forEach(block -> body.add(block.withId(ids.next())));
        List<AdSlot> slots = new ArrayList<>();
        String definition = catalogue.first().key();
        for (int after : story.slots()) {
            String block = after == 0 || body.isEmpty()
                    ? null
                    : body.get(Math.min(after, body.size()) - 1).id();
            slots.add(AdSlot.placed(ids.next(), definition, block, false));
        }
        Story wanted = new Story(confirmed == null ? read : confirmed, body);
        AdLayout layout = new UnderText(layouts.policy(wanted)).settle(wanted, AdLayout.EMPTY, slots);
        SaveOutcome made = articles.create(wanted, layout, RevisionKind.IMPORT, noteOf(story));
        ArticleView article = made.article();
        if (story.name() != null) {
            Header stored = article.story().header();
            Header base = read.withSection(stored.section()).withSlug(stored.slug());
            entities.persist(new WireItem(
                    story.name(),
                    formatOf(story),
                    article.id(),
                    hashOf(story),
                    new Story(base, body),
                    caller.username(),
                    clock.instant()));
            // Whoever was faster with the same item is to be met here, and not at the end.
            entities.flush();
        }
        ImportedStory kept = promised(article, story);
        return new ImportOutcome(Kind.CREATED, lifecycle.look(article.id()), made.revision(), null, kept);
    }

    /**
     * Keeps the later of the sender's embargo and the article's own, whatever becomes of the text: a machine ends no promise. What is
     * planned for a time before that is held.
     */
    private ImportedStory promised(ArticleView article, ImportedStory story) {
        Instant now = clock.instant();
        Instant before = article.isEmbargoed(now) ? article.embargo().until() : now;
        Instant until = story.embargo();
        if (until == null || !until.isAfter(now)) {
            return before.equals(ImportedStory.FURTHER_NOTICE)
                    ? story.with(ImportNote.warning(
                            "embargo",
                            "Held back until further notice by an earlier version; lift the embargo on Review."))
                    : story;
        }
        if (until.isAfter(before)) {
            lifecycle.embargo(article.id(), until);
            record(article, "embargo", "As the sender says: not " + words(until));
        }
        Instant end = until.isAfter(before) ? until : before;
        hold(article, end);
        String said = end.equals(until)
                ? "The sender’s embargo was kept: not " + words(end) + "."
                : "The article’s embargo is longer than the sender’s, and was left: not " + words(end) + ".";
        return story.with(ImportNote.warning(
                "embargo", article.isLive() ? said + " Readers have an earlier version of it already." : said));
    }

    private static String words(Instant end) {
        return end.equals(ImportedStory.FURTHER_NOTICE) ? "before further notice" : "before " + end;
    }

    /** As the clock does it: whoever planned the publication is told, and decides. */
    private void hold(ArticleView article, Instant end) {
        Schedule plan = article.schedule();
        if (plan == null || plan.isHeld() || !plan.at().isBefore(end)) {
            return;
        }
        String because = "Its sender put it under embargo: not " + words(end) + ".";
        lifecycle.hold(article.id(), because);
        String state = article.state().key();
        log.record(
                article.id(),
                new WorkflowStep(
                        clock.instant(),
                        plan.by(),
                        "held",
                        state,
                        state,
                        article.approval().revision(),
                        because));
    }

    private ImportOutcome again(WireItem known, ImportedStory came) {
        ArticleView article = texts.lock(known.articleId());
        if (came.name().isOlderThan(known.name())) {
            ImportNote older = ImportNote.warning(
                    "older-version",
                    "A newer version of this item came before"
                            + versionOf(known.name().version()) + "; this one was ignored.");
            return new ImportOutcome(Kind.IGNORED, article, null, null, came.with(older));
        }
        ImportedStory story = promised(article, came);
        String hash = hashOf(story);
        if (hash.equals(known.contentHash())) {
            known.seen(story.name(), hash);
            ImportNote same = ImportNote.recognised("unchanged", "This very text of the item was imported before.");
            return new ImportOutcome(Kind.UNCHANGED, lifecycle.look(article.id()), null, null, story.with(same));
        }
        Story base = known.base();
        BlockIds ids = articles.freshIds(article);
        base.ids().forEach(ids::claim);
        Header header = headers.of(story)
                .withSection(base.header().section())
                .withSlug(base.header().slug());
        Story incoming = story.cancelled() ? base : SameBlocks.of(base, header, story.body(), ids);
        known.seen(story.name(), hash);
        String reason = reasonToWait(article, base, story);
        if (reason != null) {
            return propose(known, article, story, incoming, reason);
        }
        supersede(known);
        known.become(incoming);
        SaveOutcome made = texts.put(known.articleId(), incoming, RevisionKind.IMPORT, noteOf(story));
        return new ImportOutcome(Kind.UPDATED, made.article(), made.revision(), null, story);
    }

    /** Why a newer version does not become the article's text by itself, for the desk to read; null if it does. */
    private String reasonToWait(ArticleView article, Story base, ImportedStory story) {
        if (story.cancelled()) {
            return "The sender takes the item back. Whether readers lose it is decided on Review.";
        }
        if (!article.story().equals(base)) {
            return "Somebody has edited the article since it was imported.";
        }
        if (article.state().isAtRest()) {
            return "The article is " + article.state().key() + ".";
        }
        if (DECIDED.contains(article.state())) {
            return "The article is " + article.state().key() + ", and taking this version would void that.";
        }
        return articles.mayWrite(article)
                ? null
                : "The article is somebody else’s than the person’s who imported this.";
    }

    private ImportOutcome propose(
            WireItem known, ArticleView article, ImportedStory story, Story incoming, String reason) {
        supersede(known);
        String note = reason
                + story.warnings().stream()
                        .filter(one -> one.code().equals("note-to-editors"))
                        .map(one -> " " + one.message())
                        .reduce("", String::concat);
        WireProposal proposal = new WireProposal(
                        known, story.name(), formatOf(story), story.cancelled(), note, incoming)
                .arrived(caller.username(), clock.instant());
        entities.persist(proposal);
        entities.flush();
        record(article, story.cancelled() ? "wire-cancelled" : "wire-proposed", noteOf(story));
        ImportNote waits = ImportNote.warning(
                story.cancelled() ? "cancelled" : "waits", "This version waits on History for a decision. " + reason);
        return new ImportOutcome(Kind.PROPOSED, lifecycle.look(article.id()), null, proposal.id(), story.with(waits));
    }

    private void supersede(WireItem known) {
        entities.createNamedQuery("WireProposal.ofItem", WireProposal.class)
                .setParameter("item", known.id())
                .setParameter("state", WireProposal.State.WAITING)
                .getResultList()
                .forEach(one -> one.decided(WireProposal.State.SUPERSEDED, null, caller.username(), clock.instant()));
    }

    private void record(ArticleView article, String action, String note) {
        String state = article.state().key();
        log.record(
                article.id(), new WorkflowStep(clock.instant(), caller.username(), action, state, state, null, note));
    }

    private static String noteOf(ImportedStory story) {
        String version = story.name() == null ? "" : versionOf(story.name().version());
        return story.format() + version + ": " + story.body().size() + " blocks, "
                + story.slots().size() + " placeholders";
    }

    private static String versionOf(String version) {
        return version.isEmpty() ? "" : ", version " + version;
    }

    private static String formatOf(ImportedStory story) {
        return story.format().length() > LONGEST_FORMAT ? story.format().substring(0, LONGEST_FORMAT) : story.format();
    }

    /** Says what is in a story, whatever its version and ids. */
    private static String hashOf(ImportedStory story) {
        StringBuilder all = new StringBuilder(story.header().canonical());
        story.body().forEach(block -> all.append('\n').append(block.canonical()));
        return ContentHash.of(all.append('\n').append(story.cancelled()).toString())
                .hex();
    }
}
