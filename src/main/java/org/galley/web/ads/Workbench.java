package org.galley.web.ads;

import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.galley.adslot.SlotNames;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;

/** What lies before somebody who arranges slots: the layout with its steps, a proposal that is not taken yet, and who is who. */
final class Workbench implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Steps steps;
    private ArrayList<String> names;
    private Proposal proposal;

    Workbench(Story story, AdLayout layout) {
        steps = new Steps(layout);
        names = new ArrayList<>(
                SlotNames.inOrder(story, layout).stream().map(AdSlot::id).toList());
    }

    /** What is shown: the proposal, as long as there is one. */
    AdLayout shown() {
        return proposal == null ? steps.current() : proposal.layout();
    }

    AdLayout saved() {
        return steps.saved();
    }

    /** The layout that the proposal was made from; null without one. */
    AdLayout beforeProposal() {
        return proposal == null ? null : proposal.before();
    }

    /** Ids of slots in the order in which the screen numbers them; a number once given stays with its slot. */
    List<String> names() {
        return List.copyOf(names);
    }

    boolean isProposed() {
        return proposal != null;
    }

    boolean canUndo() {
        return proposal != null || steps.canUndo();
    }

    boolean canRedo() {
        return proposal == null && steps.canRedo();
    }

    /** Takes a step, and with it the proposal that was shown. */
    void take(AdLayout layout) {
        takeProposal();
        number(layout);
        steps.take(layout);
    }

    private void number(AdLayout layout) {
        layout.slots().stream()
                .map(AdSlot::id)
                .filter(slot -> !names.contains(slot))
                .forEach(names::add);
    }

    /** Goes on from a layout that somebody saved meanwhile, with all steps; takes a proposal that is shown. */
    void goOnFrom(AdLayout saved, UnaryOperator<AdLayout> together) {
        takeProposal();
        steps.goOnFrom(saved, together);
        number(saved);
        number(steps.current());
    }

    /** What a page keeps of it; a proposal that is shown counts as taken. */
    KeptSteps kept() {
        return steps.kept(proposal == null ? null : proposal.layout());
    }

    /** Takes up what a page kept. */
    void takeUp(KeptSteps kept) {
        proposal = null;
        steps.takeUp(kept);
        number(steps.current());
    }

    /**
     * Shows another layout that nobody has taken yet.
     *
     * @return whether it differs from the one that is there
     */
    boolean propose(AdLayout layout) {
        Proposal found = new Proposal(steps.current(), layout, names);
        if (!found.changes()) {
            return false;
        }
        number(layout);
        proposal = found;
        return true;
    }

    void takeProposal() {
        if (proposal != null) {
            steps.take(proposal.layout());
            proposal = null;
        }
    }

    void leaveProposal() {
        if (proposal != null) {
            names = new ArrayList<>(proposal.names());
            proposal = null;
        }
    }

    /** Takes the last step back; a proposal is left instead. */
    void undo() {
        if (proposal != null) {
            leaveProposal();
        } else {
            steps.undo();
        }
    }

    void redo() {
        leaveProposal();
        steps.redo();
    }
}
