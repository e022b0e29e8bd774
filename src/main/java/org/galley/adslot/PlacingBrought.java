package org.galley.adslot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.galley.article.BroughtSlots;
import org.galley.article.SlotWishes.Wish;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/** Makes automatic slots of the first definition where a pasted text had ad lines, by the rules of an import. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlacingBrought implements BroughtSlots {
    @Inject
    private Policies policies;

    @Inject
    private Catalogue catalogue;

    @Override
    public AdLayout settle(long article, Story story, AdLayout layout, List<Wish> brought) {
        if (layout.slots().size() + brought.size() > AdLayouts.MAX_SLOTS) {
            throw RefusedException.invalid("slots", "At most " + AdLayouts.MAX_SLOTS + " ad slots are possible.");
        }
        String definition = catalogue.first().key();
        Set<String> blocks = Set.copyOf(story.ids());
        List<AdSlot> slots = new ArrayList<>();
        List<AdSlot> homeless = new ArrayList<>();
        for (Wish wish : brought) {
            if (wish.after() == null || blocks.contains(wish.after())) {
                slots.add(AdSlot.placed(wish.id(), definition, wish.after(), false));
            } else {
                homeless.add(AdSlot.surplus(wish.id(), definition));
            }
        }
        AdLayout settled =
                new UnderText(policies.forArticle(article, story.header().section())).settle(story, layout, slots);
        List<AdSlot> all = new ArrayList<>(settled.slots());
        all.addAll(homeless);
        return settled.withSlots(all);
    }
}
