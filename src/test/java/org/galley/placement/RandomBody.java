package org.galley.placement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A small random body with a random policy, pins and refused gaps; heights are coarse, so that ties are common. */
record RandomBody(List<PlacementBlock> blocks, PlacementPolicy policy, Set<String> pins, Set<String> refused) {

    private static final List<String> NAMES = List.of("phone", "tablet", "desktop");
    private static final BlockKind[] OTHERS = {
        BlockKind.SUBHEADING,
        BlockKind.QUOTE,
        BlockKind.QUOTE,
        BlockKind.LIST,
        BlockKind.IMAGE,
        BlockKind.EMBED,
        BlockKind.TABLE
    };

    static RandomBody of(long seed) {
        Random random = new Random(seed);
        PlacementPolicy policy = policy(random);
        List<PlacementBlock> blocks = new ArrayList<>();
        int size = random.nextInt(4) == 0 ? random.nextInt(7) : 7 + random.nextInt(6);
        double otherKinds = random.nextInt(4) * 0.15;
        double step = pick(random, 50, 100, 37.5, 0.001);
        for (int i = 1; i <= size; i++) {
            BlockKind kind =
                    random.nextDouble() < otherKinds ? OTHERS[random.nextInt(OTHERS.length)] : BlockKind.PARAGRAPH;
            Map<String, Double> heights = new HashMap<>();
            if (kind != BlockKind.PARAGRAPH || random.nextInt(3) > 0) {
                for (String name : NAMES) {
                    heights.put(name, step == 0.001 ? random.nextInt(400_000) / 1000.0 : step * random.nextInt(6));
                }
            }
            boolean colon = random.nextInt(8) == 0;
            blocks.add(new PlacementBlock("b" + i, kind, random.nextInt(300), colon, heights));
        }
        double pinned = random.nextInt(3) * 0.12;
        double refusal = random.nextInt(3) * 0.15;
        return new RandomBody(blocks, policy, some(random, pinned, Math.max(0, size - 1)), some(random, refusal, size));
    }

    private static Set<String> some(Random random, double share, int gaps) {
        Set<String> ids = new HashSet<>();
        for (int i = 1; i <= gaps; i++) {
            if (random.nextDouble() < share) {
                ids.add("b" + i);
            }
        }
        return ids;
    }

    private static PlacementPolicy policy(Random random) {
        List<Breakpoint> points = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int b = 0; b < count; b++) {
            points.add(new Breakpoint(
                    NAMES.get(b),
                    pick(random, 39, 20, 70),
                    pick(random, 24, 30),
                    pick(random, 0, 14),
                    pick(random, 0, 20, 50, 100, 274),
                    pick(random, 0, 0.25),
                    pick(random, 0.1, 0.3, 0.35, 0.5, 0.7, 1, 1),
                    pick(random, 0, 50, 200),
                    pick(random, 0, 50, 200),
                    pick(random, 0, 0.5, 50, 100, 150, 200, 300, 600),
                    pick(random, 0, 50, 100),
                    pick(random, 0, 50, 200),
                    pick(random, 0, 35, 100)));
        }
        return new PlacementPolicy(
                Math.max(0, random.nextInt(12) - 4),
                random.nextInt(9),
                Math.max(0, random.nextInt(5) - 2),
                Math.max(0, random.nextInt(5) - 2),
                points,
                random.nextBoolean() ? EnumSet.of(BlockKind.SUBHEADING) : EnumSet.noneOf(BlockKind.class),
                random.nextBoolean() ? List.of(new KindPair(BlockKind.QUOTE, BlockKind.QUOTE)) : List.of(),
                random.nextBoolean());
    }

    private static double pick(Random random, double... values) {
        return values[random.nextInt(values.length)];
    }
}
