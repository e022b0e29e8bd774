package org.galley.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.galley.it.DeskFigures;
import org.galley.it.HistoryFigures;
import org.galley.it.ReaderFigures;
import org.galley.it.RunFigures;
import org.galley.it.WritingFigures;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark and prints one table of milliseconds and the ratios that hold on any machine.
 *
 * <p>Run by {@code mvn -Pbench}; short rounds, as it is to be run often, so read the spread beside each figure.
 */
public final class BenchmarkTable {
    private static final String DIFF = "DiffBenchmark.words_20_000_with_500_changes";
    private static final String PLAIN = "PlainDiffBenchmark.plain_words_20_000_with_500_changes";
    private static final String SOLVE_300 = "PlacementBenchmark.solve 300";
    private static final String SOLVE_10_000 = "PlacementBenchmark.solve 10000";

    /** What a figure may be at most, in milliseconds, where the design promises one. */
    private static final Map<String, Double> PROMISES = Map.of(DIFF, 200.0, SOLVE_300, 1.0, SOLVE_10_000, 50.0);

    /** The argument for readers' pages alone: {@code mvn -Pbench -Dgalley.bench=readers}. */
    private static final String READERS = "readers";

    /** The argument for runs over a section alone: {@code mvn -Pbench -Dgalley.bench=runs}. */
    private static final String RUNS = "runs";

    /** The argument for what a long history costs alone: {@code mvn -Pbench -Dgalley.bench=history}. */
    private static final String HISTORY = "history";

    private BenchmarkTable() {}

    public static void main(String[] arguments) throws RunnerException, IOException, SQLException {
        if (arguments.length > 0 && arguments[0].equals(READERS)) {
            readers();
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(RUNS)) {
            runs();
            return;
        }
        if (arguments.length > 0 && arguments[0].equals(HISTORY)) {
            history();
            return;
        }
        Options options = new OptionsBuilder()
                .include("org\\.galley\\..*Benchmark\\..*")
                .forks(1)
                .warmupIterations(4)
                .warmupTime(TimeValue.milliseconds(700))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(700))
                .verbosity(VerboseMode.SILENT)
                .jvmArgsAppend("-Xmx2g")
                .build();
        System.out.println("Benchmarks are running; this takes some minutes.");
        print(milliseconds(new Runner(options).run()));
        history();
        row("", "", "", "");
        row("desk on PostgreSQL: 200,000 stories, a whole screen with its counts", "ms", "", "");
        DeskFigures.measure()
                .forEach(figure -> row(figure.name(), number(figure.value()), "", "≤ " + number(figure.promise())));
        runs();
        writing();
        readers();
    }

    private static void history() throws IOException, SQLException {
        row("", "", "", "");
        row("history on PostgreSQL: 1,000 words, one changed 1,000 times", "", "", "");
        HistoryFigures.measure().forEach(BenchmarkTable::row);
    }

    private static void runs() throws IOException, SQLException {
        row("", "", "", "");
        row("the ads of a whole section on PostgreSQL, by a server with 384 MB", "", "", "");
        RunFigures.measure().forEach(BenchmarkTable::row);
    }

    private static void writing() throws IOException {
        row("", "", "", "");
        row("writing in a browser: 20,000 words in 400 blocks", "", "", "");
        WritingFigures.measure().forEach(BenchmarkTable::row);
    }

    private static void row(HistoryFigures.Figure figure) {
        String promise = Double.isNaN(figure.promise()) ? "" : "≤ " + number(figure.promise());
        row(figure.name(), number(figure.value()), "", promise);
    }

    private static void readers() throws IOException {
        row("", "", "", "");
        row("readers' pages: an article beside a bare servlet on the same server", "", "", "");
        ReaderFigures.measure().forEach(figure -> row(figure.name(), number(figure.value()), "", figure.promise()));
    }

    private record Figure(double milliseconds, double error) {}

    private static Map<String, Figure> milliseconds(Collection<RunResult> results) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (RunResult result : results) {
            String[] parts = result.getParams().getBenchmark().split("\\.");
            String blocks = result.getParams().getParam("blocks");
            String name =
                    parts[parts.length - 2] + "." + parts[parts.length - 1] + (blocks == null ? "" : " " + blocks);
            double unit = result.getParams().getTimeUnit().toNanos(1) / (double) TimeUnit.MILLISECONDS.toNanos(1);
            figures.put(
                    name,
                    new Figure(
                            result.getPrimaryResult().getScore() * unit,
                            result.getPrimaryResult().getScoreError() * unit));
        }
        return figures;
    }

    private static void print(Map<String, Figure> figures) {
        row("benchmark", "ms", "± ms", "promised");
        figures.forEach((name, figure) -> row(
                name,
                number(figure.milliseconds),
                number(figure.error),
                PROMISES.containsKey(name) ? "≤ " + number(PROMISES.get(name)) : ""));
        row("", "", "", "");
        row("ratio", "", "", "");
        ratio("Galley's comparison to plain words of java-diff-utils", figures, DIFF, PLAIN);
        ratio("10,000 blocks to 300 blocks (33.3 times as many)", figures, SOLVE_10_000, SOLVE_300);
        ratio("comparison without ids to comparison with ids", figures, DIFF + "_without_ids", DIFF);
    }

    private static void ratio(String name, Map<String, Figure> figures, String of, String to) {
        row(name, number(figures.get(of).milliseconds / figures.get(to).milliseconds), "", "");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
    }

    private static void row(String name, String value, String error, String promise) {
        System.out.printf(Locale.ROOT, "%-75s %12s %10s %12s%n", name, value, error, promise);
    }
}
