package org.galley.web.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.galley.diff.LayoutMerge;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Block;
import org.galley.story.Header;
import org.galley.story.Inline;
import org.galley.story.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    private static final AdSlot OLD = AdSlot.placed("old", "inline", "p1", false);
    private static final AdSlot NEW = AdSlot.placed("new", "inline", "p2", false);
    private static final AdLayout SAVED = new AdLayout(List.of(OLD));
    private static final AdLayout SUGGESTED = new AdLayout(List.of(OLD, NEW));

    private static final Story STORY = new Story(
            Header.EMPTY,
            List.of(new Block.Paragraph("p1", Inline.of("One.")), new Block.Paragraph("p2", Inline.of("Two."))));

    private Workbench bench;

    @BeforeEach
    void loaded() {
        bench = new Workbench(STORY, SAVED);
    }

    @Test
    void a_proposal_is_shown_and_is_no_step_until_it_is_taken() {
        assertThat(bench.propose(SUGGESTED)).isTrue();
        assertThat(bench.shown()).isEqualTo(SUGGESTED);
        assertThat(bench.beforeProposal()).isEqualTo(SAVED);
        bench.takeProposal();
        assertThat(bench.isProposed()).isFalse();
        bench.undo();
        assertThat(bench.shown()).isEqualTo(SAVED);
        bench.redo();
        assertThat(bench.shown()).isEqualTo(SUGGESTED);
    }

    @Test
    void a_proposal_that_is_left_leaves_no_trace() {
        bench.propose(SUGGESTED);
        assertThat(bench.names()).containsExactly("old", "new");
        bench.undo();
        assertThat(bench.shown()).isEqualTo(SAVED);
        assertThat(bench.names()).containsExactly("old");
        assertThat(bench.canUndo()).isFalse();
        assertThat(bench.canRedo()).isFalse();
    }

    @Test
    void whoever_goes_on_with_a_proposal_takes_it() {
        bench.propose(SUGGESTED);
        bench.take(LayoutEdits.pinned(bench.shown(), "new", true));
        assertThat(bench.isProposed()).isFalse();
        assertThat(bench.shown().slot("new").orElseThrow().pinned()).isTrue();
        bench.undo();
        assertThat(bench.shown()).isEqualTo(SUGGESTED);
        assertThat(bench.saved()).isEqualTo(SAVED);
    }

    @Test
    void the_best_layout_proposed_again_is_no_proposal() {
        assertThat(bench.propose(SAVED)).isFalse();
        assertThat(bench.isProposed()).isFalse();
        assertThat(bench.canUndo()).isFalse();
    }

    @Test
    void a_new_slot_gets_the_next_number_and_keeps_it() {
        bench.take(SUGGESTED);
        bench.take(LayoutEdits.removed(bench.shown(), "old"));
        assertThat(bench.names()).containsExactly("old", "new");
    }

    @Test
    void steps_go_on_from_what_somebody_else_saved_and_undo_does_not_bring_back_what_they_changed() {
        AdLayout theirs = SAVED.withRefused(Set.of("p1"));
        bench.take(LayoutEdits.pinned(bench.shown(), "old", true));
        bench.take(LayoutEdits.added(bench.shown(), NEW));
        bench.goOnFrom(theirs, mine -> LayoutMerge.preferringIncoming(SAVED, theirs, mine));
        assertThat(bench.saved()).isEqualTo(theirs);
        assertThat(bench.shown()).isEqualTo(theirs.withSlots(List.of(OLD.withPinned(true), NEW)));
        bench.undo();
        assertThat(bench.shown()).isEqualTo(theirs.withSlots(List.of(OLD.withPinned(true))));
        bench.undo();
        assertThat(bench.shown()).isEqualTo(theirs);
        assertThat(bench.canUndo()).isFalse();
        bench.redo();
        bench.redo();
        assertThat(bench.shown().slots()).hasSize(2);
    }

    @Test
    void a_page_keeps_the_steps_for_a_session_that_knows_none() {
        bench.take(LayoutEdits.pinned(bench.shown(), "old", true));
        bench.take(LayoutEdits.added(bench.shown(), NEW));
        bench.undo();
        String kept = bench.kept().write().toString();
        Workbench later = new Workbench(STORY, SAVED);
        later.takeUp(KeptSteps.read(kept, STORY));
        assertThat(later.shown().slots()).containsExactly(OLD.withPinned(true));
        later.redo();
        assertThat(later.shown().slots()).containsExactly(OLD.withPinned(true), NEW);
        later.undo();
        later.undo();
        assertThat(later.shown()).isEqualTo(SAVED);
    }

    @Test
    void what_no_page_kept_is_not_taken_up() {
        for (String text : List.of(
                "",
                "[]",
                "{}",
                "{\"undo\":[],\"current\":1,\"redo\":[]}",
                "{\"undo\":[],\"current\":\"a line\",\"redo\":[]}",
                "{\"undo\":[\"p1\\tinline\\t#p2\\tpinned\\tplaced\\t-\"],\"current\":\"\",\"redo\":[]}")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> KeptSteps.read(text, STORY));
        }
    }
}
