package org.galley.web.ads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Advertising;
import org.galley.story.BlockIds;
import org.galley.story.Story;

/** A step that a hand takes on the ads screen: finds what the browser names, and makes the layout that comes of it. */
@ApplicationScoped
class HandStep {
    @Inject
    private ArrangedArticle article;

    @Inject
    private AdTargets targets;

    /**
     * The layout that is shown, after a step.
     *
     * @throws org.galley.platform.refusal.RefusedException invalid, if a slot may not stand there, saying why
     * @throws IllegalArgumentException if no button of this screen asks for it
     */
    AdLayout after(StepRequest asked) {
        AdLayout layout = article.bench().shown();
        Story story = article.story();
        String slot = asked.slot();
        return switch (asked.op()) {
            case "move" -> {
                String definition = LayoutEdits.known(layout, slot).definition();
                yield LayoutEdits.moved(
                        layout, slot, targets.after(article.id(), story, layout, slot, definition, asked.gap()));
            }
            case "add" -> {
                String after = targets.after(article.id(), story, layout, null, asked.definition(), asked.gap());
                yield LayoutEdits.added(layout, AdSlot.placed(freshId(), asked.definition(), after, true));
            }
            case "remove" -> LayoutEdits.removed(layout, slot);
            case "pin" -> LayoutEdits.pinned(layout, slot, true);
            case "unpin" -> LayoutEdits.pinned(layout, slot, false);
            case "keep" -> LayoutEdits.kept(layout, slot);
            case "define" -> LayoutEdits.defined(layout, slot, targets.defined(asked.definition()));
            case "refuse" -> LayoutEdits.refused(layout, AdTargets.between(story, asked.gap()), true);
            case "allow" -> LayoutEdits.refused(layout, AdTargets.between(story, asked.gap()), false);
            case "advertising" -> layout.withAdvertising(Advertising.ofKey(asked.definition()));
            case "theirs" -> LayoutEdits.asIn(layout, article.bench().saved(), slot);
            default -> throw new IllegalArgumentException("no such step: " + asked.op());
        };
    }

    /** No id of a slot that was ever here, so that it can be told from those that an undo brings back. */
    private String freshId() {
        Set<String> taken = new HashSet<>(article.story().ids());
        taken.addAll(article.bench().names());
        return new BlockIds(new SecureRandom(), taken).next();
    }
}
