package org.galley.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Bodies and policies that several tests work with. */
final class Bodies {

    /** Code points of the thirteen paragraphs of the sample wire story. */
    private static final int[] WIRE_STORY = {268, 547, 190, 185, 254, 147, 153, 98, 166, 207, 355, 230, 73};

    private Bodies() {}

    static List<PlacementBlock> wireStory() {
        List<PlacementBlock> blocks = new ArrayList<>();
        for (int characters : WIRE_STORY) {
            blocks.add(new PlacementBlock("b" + (blocks.size() + 1), BlockKind.PARAGRAPH, characters));
        }
        return blocks;
    }

    /** Blocks b1, b2, … of exactly that height. */
    static List<PlacementBlock> of(double height, BlockKind... kinds) {
        List<PlacementBlock> blocks = new ArrayList<>();
        for (BlockKind kind : kinds) {
            blocks.add(new PlacementBlock(
                    "b" + (blocks.size() + 1), kind, 100, false, Map.of("phone", height, "desktop", height)));
        }
        return blocks;
    }

    static List<PlacementBlock> paragraphs(int count, double height) {
        BlockKind[] kinds = new BlockKind[count];
        Arrays.fill(kinds, BlockKind.PARAGRAPH);
        return of(height, kinds);
    }

    /** One breakpoint that asks for {@code minGap} between slots of 100 px and for nothing else. */
    static PlacementPolicy lenient(double minGap) {
        return new PlacementPolicy(
                0,
                8,
                0,
                0,
                List.of(new Breakpoint("phone", 40, 20, 10, 100, 1, 1, 0, 0, minGap, 0, 0, 0)),
                Set.of(),
                List.of(),
                false);
    }

    /** The standard policy's phone alone. */
    static PlacementPolicy phone() {
        PlacementPolicy standard = PlacementPolicy.standard();
        return new PlacementPolicy(
                standard.minBlocks(),
                standard.cap(),
                standard.minParagraphsFromTop(),
                standard.minBlocksAtEnd(),
                standard.breakpoints().subList(0, 1),
                standard.forbiddenAfter(),
                standard.forbiddenBetween(),
                standard.introducedByColon());
    }
}
