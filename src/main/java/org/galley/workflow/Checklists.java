package org.galley.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.audit.AuditLog;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.people.Sections;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;
import org.galley.story.PlainText;

/**
 * What a section wants seen to before its stories are approved, and for which text of which article it was.
 *
 * <p>A tick is for the text that the editor read. Any later edit leaves it behind, as it does the approval; the very same text
 * has it again.
 */
@ApplicationScoped
@Transactional
public class Checklists {
    /** The most characters of an item: a line, not a manual. */
    public static final int MAX_TEXT = 200;
    /** More would be ticked without being read. */
    public static final int MAX_ITEMS = 30;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Sections sections;

    @Inject
    private AuditLog audit;

    @Inject
    private Caller caller;

    @Inject
    private Clock clock;

    /**
     * The checklist of a section.
     *
     * @throws RefusedException forbidden, or not found if there is no such section
     */
    public SectionChecklist ofSection(String section) {
        caller.require(Right.READ_STORIES);
        requireSection(section);
        Checklist checklist = entities.find(Checklist.class, section);
        return new SectionChecklist(
                section,
                checklist == null ? 0 : checklist.version(),
                items(section).stream().map(ChecklistItem::item).toList());
    }

    /**
     * Makes these the items of a section's checklist. An item with an id keeps its ticks, so its words must not get another meaning.
     *
     * @param version the version that the change started from
     * @throws RefusedException forbidden, not found, invalid, or conflict if somebody was faster
     */
    public SectionChecklist save(String section, long version, List<SectionChecklist.Item> wanted) {
        caller.require(Right.CHECKLISTS);
        requireSection(section);
        List<SectionChecklist.Item> items = wanted.stream()
                .map(item -> new SectionChecklist.Item(item.id(), PlainText.line(item.text()), item.required()))
                .toList();
        Checklist checklist = locked(section);
        if (checklist.version() != version) {
            throw RefusedException.conflict(
                    "not-newest", "Somebody else changed this checklist meanwhile; look at it as it is now first.");
        }
        Map<Long, ChecklistItem> known =
                items(section).stream().collect(Collectors.toMap(ChecklistItem::id, Function.identity()));
        check(items, known.keySet());
        String before = said(ofSection(section).items());
        for (int place = 0; place < items.size(); place++) {
            SectionChecklist.Item item = items.get(place);
            ChecklistItem kept = item.id() == null ? null : known.remove(item.id());
            if (kept == null) {
                kept = new ChecklistItem(section);
                kept.become(place, item.text(), item.required());
                entities.persist(kept);
            } else {
                if (!kept.text().equals(item.text())) {
                    forget(kept);
                }
                kept.become(place, item.text(), item.required());
            }
        }
        known.values().forEach(dropped -> {
            forget(dropped);
            entities.remove(dropped);
        });
        checklist.changed();
        entities.flush();
        SectionChecklist after = ofSection(section);
        audit.record("checklist-changed", "checklist:" + section, before + " → " + said(after.items()));
        return after;
    }

    private static String said(List<SectionChecklist.Item> items) {
        return items.stream()
                .map(item -> item.text() + (item.required() ? " (required)" : ""))
                .collect(Collectors.joining("; ", "[", "]"));
    }

    private void forget(ChecklistItem item) {
        entities.createNamedQuery("ChecklistTick.forgetItem")
                .setParameter("item", item.id())
                .executeUpdate();
    }

    /** Two people who make a section's first checklist at once must not both be the first. */
    private Checklist locked(String section) {
        if (entities.find(Checklist.class, section) == null) {
            // The section's own row is there in any case; nobody else locks it.
            entities.createNativeQuery("select section_key from section where section_key = ? for update")
                    .setParameter(1, section)
                    .getResultList();
            if (entities.find(Checklist.class, section) == null) {
                entities.persist(new Checklist(section));
                entities.flush();
            }
        }
        return entities.find(Checklist.class, section, LockModeType.PESSIMISTIC_WRITE);
    }

    private static void check(List<SectionChecklist.Item> items, Set<Long> known) {
        if (items.size() > MAX_ITEMS) {
            throw RefusedException.invalid("items", "A checklist has at most " + MAX_ITEMS + " items.");
        }
        List<FieldProblem> problems = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        Set<Long> ids = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            SectionChecklist.Item item = items.get(i);
            String field = "items/" + i;
            if (item.text().isEmpty()) {
                problems.add(new FieldProblem(field + "/text", "An item says what has to be seen to."));
            } else if (item.text().codePointCount(0, item.text().length()) > MAX_TEXT) {
                problems.add(new FieldProblem(field + "/text", "An item has at most " + MAX_TEXT + " characters."));
            } else if (!texts.add(item.text().toLowerCase(Locale.ROOT))) {
                problems.add(new FieldProblem(field + "/text", "This item stands in the list twice."));
            }
            if (item.id() != null && (!known.contains(item.id()) || !ids.add(item.id()))) {
                problems.add(new FieldProblem(
                        field + "/id", "The checklist has no such item, or it stands here twice; leave the id out."));
            }
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid("The checklist cannot be kept as it is.", problems);
        }
    }

    /** The checklist of the article's section as it stands for the article's text now. */
    public List<ChecklistLine> of(long article) {
        return of(articles.view(article));
    }

    /** The same for an article that was read already. */
    public List<ChecklistLine> of(ArticleView article) {
        caller.require(Right.READ_STORIES);
        List<ChecklistItem> items = items(article.story().header().section());
        if (items.isEmpty()) {
            return List.of();
        }
        String hash = article.story().contentHash().hex();
        Map<Long, ChecklistTick> ticks = new HashMap<>();
        entities.createNamedQuery("ChecklistTick.ofArticle", ChecklistTick.class)
                .setParameter("article", article.id())
                .getResultStream()
                .forEach(tick -> ticks.put(tick.itemId(), tick));
        return items.stream()
                .map(item -> line(item, ticks.get(item.id()), hash))
                .toList();
    }

    private static ChecklistLine line(ChecklistItem item, ChecklistTick tick, String hash) {
        return tick == null
                ? new ChecklistLine(item.id(), item.text(), item.isRequired(), false, false, null, null)
                : new ChecklistLine(
                        item.id(),
                        item.text(),
                        item.isRequired(),
                        tick.isFor(hash),
                        !tick.isFor(hash),
                        tick.by(),
                        tick.at());
    }

    /** The required items that nobody ticked for the article's text. */
    public List<ChecklistLine> missing(ArticleView article) {
        return of(article).stream()
                .filter(line -> line.required() && !line.ticked())
                .toList();
    }

    /** Whether the person ticks items of this article: an editor who wrote none of it since the last approval. */
    public boolean mayTick(ArticleView article) {
        return caller.has(Right.APPROVE)
                && !lifecycle.writersSinceApproval(article.id()).contains(caller.username());
    }

    /**
     * Ticks an item for the article's text as it is now, or takes a tick back.
     *
     * @param version the version of the working copy that the person read, or null for whatever it is
     * @throws RefusedException forbidden, not found, or conflict if the text is another one meanwhile
     */
    public List<ChecklistLine> tick(long article, long item, boolean done, Long version) {
        caller.require(Right.APPROVE);
        ArticleView view = lifecycle.lock(article);
        if (!mayTick(view)) {
            throw RefusedException.forbidden(
                    "own-work", "You wrote part of this yourself; somebody else has to see to the checklist.");
        }
        if (version != null && version != view.version()) {
            throw RefusedException.conflict(
                    "not-newest", "The article was changed while you looked at it; read it as it is now first.");
        }
        ChecklistItem found = entities.find(ChecklistItem.class, item);
        if (found == null || !found.isOf(view.story().header().section())) {
            throw RefusedException.notFound("The checklist of the article's section has no such item.");
        }
        ChecklistTick tick = entities.find(ChecklistTick.class, new ChecklistTick.Key(article, item));
        if (done) {
            if (tick == null) {
                tick = new ChecklistTick(article, item);
                tick.tick(view.story().contentHash().hex(), caller.username(), clock.instant());
                entities.persist(tick);
            } else if (!tick.isFor(view.story().contentHash().hex())) {
                tick.tick(view.story().contentHash().hex(), caller.username(), clock.instant());
            }
        } else if (tick != null) {
            entities.remove(tick);
        }
        entities.flush();
        return of(view);
    }

    private void requireSection(String section) {
        if (sections.find(section).isEmpty()) {
            throw RefusedException.notFound("There is no such section.");
        }
    }

    private List<ChecklistItem> items(String section) {
        return entities.createNamedQuery("ChecklistItem.ofSection", ChecklistItem.class)
                .setParameter("section", section)
                .getResultList();
    }
}
