package org.galley.placement.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.galley.placement.BlockKind;
import org.galley.placement.Placement;
import org.galley.placement.PlacementBlock;
import org.galley.placement.PlacementPolicy;
import org.galley.placement.Solution;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Times a whole solution with its report (three breakpoints, cap 8): aim under 1 ms for 300 blocks and under 50 ms for
 * 10,000.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlacementBenchmark {

    /** Blocks in the body. */
    @Param({"300", "10000"})
    public int blocks;

    private List<PlacementBlock> body;

    /** Mostly paragraphs, with a subheading, quote, list or image now and then; the same on every run. */
    @Setup
    public void writeBody() {
        Random random = new Random(5);
        BlockKind[] others = {BlockKind.SUBHEADING, BlockKind.QUOTE, BlockKind.LIST, BlockKind.IMAGE};
        body = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            BlockKind kind = random.nextInt(10) == 0 ? others[random.nextInt(others.length)] : BlockKind.PARAGRAPH;
            body.add(new PlacementBlock("b" + i, kind, 60 + random.nextInt(400)));
        }
    }

    /** The optimum, and every gap explained and weighed. */
    @Benchmark
    public Solution solve() {
        return Placement.solve(body, PlacementPolicy.standard(), Set.of(), Set.of());
    }
}
