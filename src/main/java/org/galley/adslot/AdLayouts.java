package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Articles;
import org.galley.article.SaveOutcome;
import org.galley.people.Caller;
import org.galley.people.Right;
import org.galley.placement.GapReport;
import org.galley.placement.Placement;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.PlacementReport;
import org.galley.placement.Solution;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.BlockIds;
import org.galley.story.SlotState;
import org.galley.story.Story;

/** Places ad slots in articles: by hand, by optimum, each time as a revision of the ads stream; and reports on them. */
@ApplicationScoped
@Transactional
public class AdLayouts {
    private static final int MAX_SLOTS = 200;
    private static final int MAX_REFUSED = 2_000;

    @Inject
    private Articles articles;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Catalogue catalogue;

    @Inject
    private LayoutMerging merging;

    @Inject
    private Caller caller;

    private final SecureRandom random = new SecureRandom();

    /** The report on an article's layout as it stands now. */
    public PlacementReport report(long article) {
        ArticleView view = articles.view(article);
        return report(view.story(), view.layout());
    }

    /** The report on any layout of a story, for example one that is still being arranged. */
    public PlacementReport report(Story story, AdLayout layout) {
        if (!layout.advertising().isOn()) {
            return Placement.withoutAds(PlacementView.blocks(story), policy(story));
        }
        return Placement.check(
                PlacementView.blocks(story),
                policy(story),
                PlacementView.slots(layout, catalogue.byKey()),
                PlacementView.refused(layout, story),
                Map.of());
    }

    public PlacementPolicy policy(Story story) {
        return catalogue.policyFor(story.header().section());
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
        ArticleView view = lifecycle.lock(article);
        AdLayout wanted = base == view.version() ? layout : merging.merge(view, base, layout);
        if (!wanted.withAdvertising(view.layout().advertising()).equals(view.layout())) {
            caller.require(Right.PLACE_ADS);
        }
        check(view.story(), wanted);
        boolean clean = report(view.story(), wanted).keepsPolicy();
        SaveOutcome saved = lifecycle.saveLayout(article, wanted, note, clean);
        return new SaveOutcome(saved.article(), saved.revision(), base != view.version());
    }

    /**
     * Where a slot of a layout, or a new one, may stand while all others stay.
     *
     * @param moved id of the slot, or null for a new one
     * @param definition key of the slot definition that it has or is to have
     * @return one report for each gap from the top down to the place below the text
     */
    public List<GapReport> targets(Story story, AdLayout layout, String moved, String definition) {
        caller.require(Right.READ_STORIES);
        if (!layout.advertising().isOn()) {
            return Placement.targetsWithoutAds(PlacementView.blocks(story));
        }
        List<AdSlot> others =
                layout.slots().stream().filter(slot -> !slot.id().equals(moved)).toList();
        Map<String, SlotKind> kinds = catalogue.byKey();
        SlotKind kind = kinds.get(definition);
        Map<String, Double> heights = new HashMap<>();
        if (kind != null) {
            kind.rooms().forEach((breakpoint, room) -> heights.put(breakpoint, (double) room.height()));
        }
        return Placement.targets(
                PlacementView.blocks(story),
                policy(story),
                PlacementView.slots(new AdLayout(others), kinds),
                heights,
                PlacementView.refused(layout, story),
                Map.of());
    }

    private void check(Story story, AdLayout layout) {
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

    /**
     * The best layout for an article: pinned slots stay, the others go where the optimum puts them; slots for which there is no
     * room are kept as surplus, and new ones are made where there is room for more. While ads are off nothing is placed.
     *
     * @return a proposal; nothing is saved
     */
    public AdLayout propose(long article) {
        caller.require(Right.PLACE_ADS);
        ArticleView view = articles.view(article);
        return propose(view.story(), view.layout(), articles.freshIds(view));
    }

    /** The best layout for a story whose slots are still being arranged; otherwise as {@link #propose(long)}. */
    public AdLayout propose(Story story, AdLayout arranged) {
        caller.require(Right.PLACE_ADS);
        Set<String> taken = new HashSet<>(story.ids());
        arranged.slots().forEach(slot -> taken.add(slot.id()));
        return propose(story, arranged, new BlockIds(random, taken));
    }

    AdLayout propose(Story story, AdLayout layout, BlockIds ids) {
        if (!layout.advertising().isOn()) {
            return layout;
        }
        PlacementPolicy policy = policy(story);
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
                result.add(waiting.hasNext() ? waiting.next().withPinned(false).placedAfter(gap) : fresh(ids, gap));
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

    private AdSlot fresh(BlockIds ids, String gap) {
        return AdSlot.placed(ids.next(), catalogue.first().key(), gap, false);
    }

    /** Takes the best layout and saves it. */
    public SaveOutcome autoPlace(long article) {
        caller.require(Right.PLACE_ADS);
        ArticleView view = lifecycle.lock(article);
        AdLayout best = propose(view.story(), view.layout(), articles.freshIds(view));
        return save(article, view.version(), best, null);
    }
}
