package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.galley.article.ArticleLifecycle;
import org.galley.article.ArticleView;
import org.galley.article.Replacement;
import org.galley.placement.PlacementPolicy;
import org.galley.revision.RevisionSummary;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.SlotState;
import org.galley.story.Story;

/** Moves an article's automatic slots to where they stand best after its text changed; pinned ones never. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlacingAnew implements Replacement {
    static final String NOTE = "Automatic slots placed anew after the text changed, as the policy asks";

    @Inject
    private Policies policies;

    @Inject
    private ArticleLifecycle lifecycle;

    @Inject
    private Catalogue catalogue;

    @Override
    public ArticleView afterSave(ArticleView saved, RevisionSummary text) {
        String section = saved.story().header().section();
        if (!policies.replacesOnSave(saved.id(), section)) {
            return saved;
        }
        PlacementPolicy policy = policies.forArticle(saved.id(), section);
        AdLayout best = anew(saved.story(), saved.layout(), policy);
        if (same(best, saved.layout())) {
            return saved;
        }
        boolean clean = PlacementView.report(saved.story(), best, policy, catalogue.byKey())
                .keepsPolicy();
        return lifecycle.saveLayout(saved.id(), best, NOTE, clean).article();
    }

    /**
     * The same slots, the automatic ones of the text where they stand best. What stands above and below the text stays there, and
     * so does every pinned slot, also one whose paragraph went: a person has to decide on that. While ads are off nothing moves.
     */
    static AdLayout anew(Story story, AdLayout layout, PlacementPolicy policy) {
        if (!layout.advertising().isOn()) {
            return layout;
        }
        String last =
                story.body().isEmpty() ? null : story.ids().get(story.ids().size() - 1);
        Map<String, AdSlot> kept = new HashMap<>();
        List<AdSlot> arranged = new ArrayList<>();
        List<AdSlot> aside = new ArrayList<>();
        Set<String> keptGaps = new HashSet<>();
        int free = 0;
        for (AdSlot slot : inOrder(story, layout)) {
            boolean outsideText = slot.after() == null || slot.after().equals(last);
            boolean stays = slot.pinned() || (slot.state() == SlotState.PLACED && outsideText);
            if (stays && !slot.state().hasPosition()) {
                aside.add(slot);
                continue;
            }
            if (stays) {
                if (!outsideText) {
                    keptGaps.add(slot.after());
                }
                // For the search, whatever stays is a pin; it gets back what it really is.
                kept.put(slot.id(), slot);
                arranged.add(slot.placedAfter(slot.after()).withPinned(true));
            } else {
                arranged.add(slot);
                free++;
            }
        }
        AdLayout best = AdLayouts.propose(
                story,
                layout.withSlots(arranged),
                policy.withCap(Math.min(policy.cap(), keptGaps.size() + free)),
                gap -> {
                    throw new IllegalStateException("more gaps than slots");
                });
        List<AdSlot> result = new ArrayList<>();
        best.slots().forEach(slot -> result.add(kept.getOrDefault(slot.id(), slot)));
        result.addAll(aside);
        return layout.withSlots(result);
    }

    /** By place from the top down, so that slots keep their order when they move; those without a place last. */
    private static List<AdSlot> inOrder(Story story, AdLayout layout) {
        List<String> ids = story.ids();
        List<AdSlot> slots = new ArrayList<>(layout.slots());
        slots.sort(Comparator.comparingInt(slot -> !slot.state().hasPosition()
                ? Integer.MAX_VALUE
                : slot.after() == null ? -1 : ids.indexOf(slot.after())));
        return slots;
    }

    /** Whether two layouts are the same to readers and to the desk; the order of slots in different gaps is not seen. */
    static boolean same(AdLayout one, AdLayout other) {
        return byGap(one).equals(byGap(other));
    }

    private static Map<String, List<AdSlot>> byGap(AdLayout layout) {
        Map<String, List<AdSlot>> gaps = new HashMap<>();
        layout.slots().forEach(slot -> gaps.computeIfAbsent(
                        slot.state() + Objects.toString(slot.after()), gap -> new ArrayList<>())
                .add(slot));
        return gaps;
    }
}
