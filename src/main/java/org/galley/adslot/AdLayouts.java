package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.DropReport;
import org.galley.placement.Placement;
import org.galley.placement.PlacementBlock;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.PlacementReport;
import org.galley.placement.Solution;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.BlockIds;
import org.galley.story.SlotState;
import org.galley.story.Story;

/** Places ad slots in articles: by hand, by optimum, each time as a revision of the ads stream; and reports on them. */
@ApplicationScoped
@Transactional
public class AdLayouts {
    /** Code of the refusal to save a slot that somebody else changed in another way meanwhile. */
    public static final String CLASH = LayoutMerging.CLASH;

    static final int MAX_SLOTS = 200;
    private static final int MAX_NOTE = 2_000;
    private static final int MAX_REFUSED = 2_000;

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Catalogue catalogue;

    @Inject
    private Policies policies;

    @Inject
    private LayoutMerging merging;

    @Inject
    private Caller caller;

    private final SecureRandom random = new SecureRandom();

    /** The report on an article's layout as it stands now. */
    public PlacementReport report(long article) {
        return report(articles.view(article));
    }

    /** The report on an article's layout as it stands in a view of it. */
    public PlacementReport report(ArticleView article) {
        return report(article.id(), article.story(), article.layout());
    }

    /** The report on any layout of an article's story, for example one that is still being arranged. */
    public PlacementReport report(long article, Story story, AdLayout layout) {
        return PlacementView.report(story, layout, policy(article, story), catalogue.byKey());
    }

    /** The policy that holds for an article with this story. */
    public PlacementPolicy policy(long article, Story story) {
        return policies.forArticle(article, story.header().section());
    }

    /** The policy for a story that is no article yet: that of its section. */
    public PlacementPolicy policy(Story story) {
        return policies.forSection(story.header().section());
    }

    /**
     * Saves another layout. Who may approve stories but not place ads may only switch an article's ads off and on.
     *
     * @param base the version of the working copy that the layout was made from
     * @param note why, or null
     * @throws RefusedException forbidden, not found, invalid, or conflict if somebody moved the same slot meanwhile
     */
    public SaveOutcome save(long article, long base, AdLayout layout, String note) {
        if (!caller.has(Right.PLACE_ADS)) {
            caller.require(Right.APPROVE);
        }
        if (note != null && note.length() > MAX_NOTE) {
            throw RefusedException.invalid("note", "A note has at most " + MAX_NOTE + " characters.");
        }
        ArticleView view = lifecycle.lock(article);
        AdLayout wanted = base == view.version() ? layout : merging.merge(view, base, layout);
        if (!wanted.withAdvertising(view.layout().advertising()).equals(view.layout())) {
            caller.require(Right.PLACE_ADS);
        }
        check(view, wanted);
        boolean clean = report(article, view.story(), wanted).keepsPolicy();
        SaveOutcome saved =
                lifecycle.saveLayout(article, wanted, note(view.layout().advertising(), wanted, note), clean);
        return new SaveOutcome(saved.article(), saved.revision(), base != view.version());
    }

    /** That ads were switched off or on, and why, stands in the timeline before what the person says. */
    private static String note(Advertising before, AdLayout wanted, String note) {
        if (wanted.advertising() == before) {
            return note;
        }
        String switched =
                switch (wanted.advertising()) {
                    case ON -> "Ads on again";
                    case SENSITIVE -> "No ads: sensitive story";
                    case SPONSORED -> "No ads: sponsored story";
                    case OFF -> "No ads";
                };
        if (note == null || note.isBlank()) {
            return switched;
        }
        String both = switched + ". " + note;
        return both.length() > MAX_NOTE ? note : both;
    }

    /** A slot that somebody carries. @param slot its id, or null for a new one @param definition key that it has or is to have */
    public record InHand(String slot, String definition) {}

    /**
     * Where slots of a layout, or new ones, may stand while all others stay; each by itself.
     *
     * @return for each of {@code inHand} every gap, and the density then
     */
    public List<DropReport> drops(long article, Story story, AdLayout layout, List<InHand> inHand) {
        caller.require(Right.READ_STORIES);
        List<PlacementBlock> blocks = PlacementView.blocks(story);
        if (!layout.advertising().isOn()) {
            return Collections.nCopies(inHand.size(), Placement.dropsWithoutAds(blocks));
        }
        PlacementPolicy policy = policy(article, story);
        Map<String, SlotKind> kinds = catalogue.byKey();
        Set<String> refused = PlacementView.refused(layout, story);
        List<DropReport> reports = new ArrayList<>();
        for (InHand slot : inHand) {
            List<AdSlot> others = layout.slots().stream()
                    .filter(other -> !other.id().equals(slot.slot()))
                    .toList();
            Map<String, Double> heights = new HashMap<>();
            SlotKind kind = kinds.get(slot.definition());
            if (kind != null) {
                kind.rooms().forEach((breakpoint, room) -> heights.put(breakpoint, (double) room.height()));
            }
            reports.add(Placement.drops(
                    blocks, policy, PlacementView.slots(new AdLayout(others), kinds), heights, refused, Map.of()));
        }
        return reports;
    }

    private void check(ArticleView article, AdLayout layout) {
        Story story = article.story();
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, SlotKind> kinds = catalogue.byKey();
        Set<String> blocks = new HashSet<>(story.ids());
        if (layout.refused().size() > MAX_REFUSED) {
            problems.add(new FieldProblem("refused", "At most " + MAX_REFUSED + " gaps can be refused."));
        }
        if (layout.slots().size() > MAX_SLOTS) {
            problems.add(new FieldProblem("ads", "At most " + MAX_SLOTS + " ad slots are possible."));
        }
        for (int i = 0; i < layout.slots().size(); i++) {
            AdSlot slot = layout.slots().get(i);
            if (!kinds.containsKey(slot.definition())) {
                problems.add(new FieldProblem(
                        "ads[" + i + "].definition", "There is no slot definition \"" + slot.definition() + "\"."));
            } else if (kinds.get(slot.definition()).retired() && !had(article.layout(), slot)) {
                problems.add(new FieldProblem(
                        "ads[" + i + "].definition",
                        "The slot definition \"" + slot.definition() + "\" is retired; no further slot may have it."));
            }
            if (slot.after() != null && !blocks.contains(slot.after())) {
                problems.add(new FieldProblem(
                        "ads[" + i + "].after", "There is no block \"" + slot.after() + "\" in the article."));
            }
        }
        if (!problems.isEmpty()) {
            throw RefusedException.invalid("The ad layout cannot be saved as it is.", problems);
        }
    }

    private static boolean had(AdLayout before, AdSlot slot) {
        return before.slot(slot.id())
                .filter(old -> old.definition().equals(slot.definition()))
                .isPresent();
    }

    /**
     * The best layout for an article: pinned slots stay, the others go where the optimum puts them; slots for which there is no
     * room are kept as surplus, and new ones are made where there is room for more. While ads are off nothing is placed.
     *
     * @return a proposal; nothing is saved
     */
    public AdLayout propose(long article) {
        caller.require(Right.PLACE_ADS);
        ArticleView view = articles.view(article);
        return propose(view.story(), view.layout(), policy(article, view.story()), fresh(articles.freshIds(view)));
    }

    /** The best layout for a story whose slots are still being arranged; otherwise as {@link #propose(long)}. */
    public AdLayout propose(long article, Story story, AdLayout arranged) {
        caller.require(Right.PLACE_ADS);
        Set<String> taken = new HashSet<>(story.ids());
        arranged.slots().forEach(slot -> taken.add(slot.id()));
        return propose(story, arranged, policy(article, story), fresh(new BlockIds(random, taken)));
    }

    /** @param fresh makes a new slot after a block */
    static AdLayout propose(Story story, AdLayout layout, PlacementPolicy policy, Function<String, AdSlot> fresh) {
        if (!layout.advertising().isOn()) {
            return layout;
        }
        String last =
                story.body().isEmpty() ? null : story.ids().get(story.ids().size() - 1);
        Set<String> pins = new HashSet<>();
        List<AdSlot> stay = new ArrayList<>();
        List<AdSlot> free = new ArrayList<>();
        for (AdSlot slot : layout.slots()) {
            boolean inBody = slot.after() != null && !slot.after().equals(last);
            if (slot.pinned() && slot.state() == SlotState.PLACED) {
                stay.add(slot);
                if (inBody) {
                    pins.add(slot.after());
                }
            } else {
                free.add(slot);
            }
        }
        Solution best =
                Placement.solve(PlacementView.blocks(story), policy, pins, PlacementView.refused(layout, story));
        List<AdSlot> result = new ArrayList<>();
        Iterator<AdSlot> waiting = free.iterator();
        for (String gap : best.slots()) {
            stay.stream().filter(slot -> gap.equals(slot.after())).forEach(result::add);
            if (!pins.contains(gap)) {
                result.add(waiting.hasNext() ? waiting.next().withPinned(false).placedAfter(gap) : fresh.apply(gap));
            }
        }
        stay.stream().filter(slot -> !result.contains(slot)).forEach(result::add);
        long below = stay.stream()
                .filter(slot -> last != null && last.equals(slot.after()))
                .count();
        while (waiting.hasNext()) {
            AdSlot left = waiting.next().withPinned(false);
            boolean room =
                    last != null && below < policy.belowCap() && story.body().size() >= policy.minBlocks();
            result.add(room ? left.placedAfter(last) : left.asSurplus());
            below += room ? 1 : 0;
        }
        return layout.withSlots(result);
    }

    private Function<String, AdSlot> fresh(BlockIds ids) {
        String definition = catalogue.first().key();
        return gap -> AdSlot.placed(ids.next(), definition, gap, false);
    }

    /** Takes the best layout and saves it. */
    public SaveOutcome autoPlace(long article) {
        caller.require(Right.PLACE_ADS);
        ArticleView view = lifecycle.lock(article);
        AdLayout best =
                propose(view.story(), view.layout(), policy(article, view.story()), fresh(articles.freshIds(view)));
        return save(article, view.version(), best, null);
    }
}
