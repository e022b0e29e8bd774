package org.galley.web.ads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.galley.adslot.AdLayouts;
import org.galley.adslot.AdLayouts.InHand;
import org.galley.adslot.BlockNames;
import org.galley.adslot.Catalogue;
import org.galley.placement.GapReport;
import org.galley.placement.Verdict;
import org.galley.platform.refusal.RefusedException;
import org.galley.story.AdLayout;
import org.galley.story.Story;

/** Finds what a browser names by its place: the browser knows the same verdicts, those given here count. */
@ApplicationScoped
public class AdTargets {
    @Inject
    private AdLayouts layouts;

    @Inject
    private Catalogue catalogue;

    /**
     * The block above a gap, if a slot may stand there.
     *
     * @param slot that is carried, or null for a new one
     * @return null for the top
     * @throws RefusedException invalid, saying why it may not
     * @throws IllegalArgumentException if there is no such gap or definition
     */
    String after(long article, Story story, AdLayout layout, String slot, String definition, int gap) {
        InHand inHand = new InHand(slot, defined(definition));
        List<GapReport> targets =
                layouts.drops(article, story, layout, List.of(inHand)).get(0).gaps();
        if (gap < 0 || gap >= targets.size()) {
            throw new IllegalArgumentException("no such gap: " + gap);
        }
        GapReport target = targets.get(gap);
        if (target.verdict() == Verdict.REFUSED) {
            throw RefusedException.invalid(
                    "gap", BlockNames.sentences(story).ofGap(target.broken()).get(0));
        }
        return gap == 0 ? null : target.after();
    }

    /** @throws IllegalArgumentException if there is no such definition */
    String defined(String definition) {
        if (!catalogue.byKey().containsKey(definition)) {
            throw new IllegalArgumentException("no such definition: " + definition);
        }
        return definition;
    }

    /**
     * The block above a gap between two blocks.
     *
     * @throws IllegalArgumentException if the gap is none between two
     */
    static String between(Story story, int gap) {
        List<String> ids = story.ids();
        if (gap < 1 || gap >= ids.size()) {
            throw new IllegalArgumentException("no gap between blocks: " + gap);
        }
        return ids.get(gap - 1);
    }
}
