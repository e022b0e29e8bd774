package org.galley.diff.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.galley.diff.Anchors;
import org.galley.diff.Merge;
import org.galley.diff.MergeResult;
import org.galley.diff.StoryDiff;
import org.galley.story.AdLayout;
import org.galley.story.AdSlot;
import org.galley.story.Story;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long it takes to compare and to merge long stories; the promise is 200 ms for 20,000 words with 500 changes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DiffBenchmark {
    private final Story blocks = LongStories.natural(20_000, 40);
    private final Story blocksEdited = LongStories.edited(blocks, 500, 2);
    private final Story blocksEditedToo = LongStories.edited(blocks, 500, 3);
    private final Story blocksRenamed = LongStories.renamed(blocksEdited);
    private final Story single = LongStories.natural(20_000, 20_000);
    private final Story singleEdited = LongStories.edited(single, 500, 2);
    private final Story ordinary = LongStories.natural(500, 35);
    private final Story ordinaryEdited = LongStories.edited(ordinary, 10, 2);
    private final Story coin = LongStories.coin(20_000, 1);
    private final Story otherCoin = LongStories.coin(20_000, 2);
    private final AdLayout ads =
            new AdLayout(List.of(AdSlot.placed("s", "mpu", "b100", false), AdSlot.placed("t", "mpu", "b300", false)));

    @Benchmark
    public StoryDiff ordinary_story_with_10_changes() {
        return StoryDiff.between(ordinary, ordinaryEdited);
    }

    @Benchmark
    public StoryDiff words_20_000_with_500_changes() {
        return StoryDiff.between(blocks, blocksEdited);
    }

    @Benchmark
    public StoryDiff words_20_000_with_500_changes_without_ids() {
        return StoryDiff.between(blocks, blocksRenamed);
    }

    @Benchmark
    public StoryDiff words_20_000_in_one_paragraph_with_500_changes() {
        return StoryDiff.between(single, singleEdited);
    }

    @Benchmark
    public StoryDiff adversarial_20_000_tosses_of_a_coin() {
        return StoryDiff.between(coin, otherCoin);
    }

    @Benchmark
    public MergeResult merge_of_20_000_words_with_500_changes_on_either_side() {
        return Merge.threeWay(blocks, blocksEdited, blocksEditedToo);
    }

    @Benchmark
    public AdLayout anchors_follow_500_changes() {
        return Anchors.follow(ads, blocks, blocksEdited);
    }

    /** Runs all of them and prints a table. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DiffBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
