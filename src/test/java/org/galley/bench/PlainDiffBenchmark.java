package org.galley.bench;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.Patch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.galley.diff.bench.LongStories;
import org.galley.story.Block;
import org.galley.story.Story;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a plain comparison of words by java-diff-utils takes for the same texts: the yardstick of Galley's comparison. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(1)
public class PlainDiffBenchmark {
    private final Story story = LongStories.natural(20_000, 40);
    private final List<String> before = words(story);
    private final List<String> after = words(LongStories.edited(story, 500, 2));

    /** The same 20,000 words and 500 changes as in Galley's own benchmark, without blocks, moves, marks or fields. */
    @Benchmark
    public Patch<String> plain_words_20_000_with_500_changes() {
        return DiffUtils.diff(before, after);
    }

    private static List<String> words(Story story) {
        return story.body().stream()
                .map(Block::text)
                .flatMap(text -> List.of(text.split(" ")).stream())
                .toList();
    }
}
