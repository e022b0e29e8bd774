package org.galley.it;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.galley.bench.BareServlet;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * How fast readers get an article, beside a bare servlet that sends the same bytes on the same server, at rest and while the article is
 * published anew every second. Both are measured in turn, so that whatever else the machine does meets both alike. A second bare
 * servlet sends the body without the headers that a reader's page needs, to tell what those cost.
 */
public final class ReaderFigures {
    private static final int PARAGRAPHS = 18;
    private static final int ROUNDS = 7;
    private static final int SECONDS = 3;
    private static final int WARM_UP = 10;
    /** One-second pairs while the article is published. */
    private static final int BUSY_PAIRS = 20;

    /** Before the name of a file that is sent without the headers that Galley sends. */
    private static final String BODY_ALONE = "body-";

    /** Headers that the server or the bare servlet gives any answer. */
    private static final Set<String> OF_ANY_ANSWER =
            Set.of("date", "content-length", "content-type", "content-encoding", "transfer-encoding", "connection");

    private static final String PATH = "news/world/measured";

    private final URI base;
    private final Http journalist;
    private final Http editor;
    private final List<Double> staleness = new ArrayList<>();
    private String article;

    private ReaderFigures(URI base) {
        this.base = base;
        this.journalist = plain(Http.person(base, "journalist")).with("Content-Type", "application/json");
        this.editor = plain(Http.person(base, "editor")).with("Content-Type", "application/json");
    }

    /**
     * One figure.
     *
     * @param promise what was promised of it, in words; empty for nothing
     */
    public record Figure(String name, double value, String promise) {}

    /** Measures, or gives nothing and says why if wrk is not there; takes about two minutes. */
    public static List<Figure> measure() throws IOException {
        if (!Wrk.isThere()) {
            System.out.println(Wrk.MISSING);
            return List.of();
        }
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "figures-");
        File bare = folder.resolve("bare.war").toFile();
        ShrinkWrap.create(WebArchive.class, "bare.war")
                .addClass(BareServlet.class)
                .as(ZipExporter.class)
                .exportTo(bare);
        try (ServerProcess server = ServerProcess.startBeside(
                folder, List.of("-D" + BareServlet.FOLDER + "=" + folder, "-Xmx1g"), bare.toPath())) {
            return new ReaderFigures(server.base()).figures(folder);
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        }
    }

    private List<Figure> figures(Path folder) throws IOException, ExecutionException, InterruptedException {
        article = written();
        publishes(0);
        HttpResponse<byte[]> zipped = fetched(true);
        isThePage(zipped);
        HttpResponse<byte[]> plain = fetched(false);
        keeps(folder, "page.gz", zipped);
        keeps(folder, "page.html", plain);
        List<Figure> figures = new ArrayList<>();
        double atRest = compare("gzip, " + zipped.body().length + " bytes", true, "page.gz", figures);
        compare("plain, " + plain.body().length + " bytes", false, "page.html", figures);
        busy(atRest, figures);
        return figures;
    }

    /** The body twice: for a bare servlet that sends the same answer, headers and all, and for one that sends the body alone. */
    private static void keeps(Path folder, String name, HttpResponse<byte[]> answer) throws IOException {
        Files.write(folder.resolve(name), answer.body());
        Files.write(folder.resolve(BODY_ALONE + name), answer.body());
        List<String> headers = new ArrayList<>();
        answer.headers().map().forEach((header, values) -> {
            if (!OF_ANY_ANSWER.contains(header.toLowerCase(Locale.ROOT))) {
                headers.add(header + ": " + values.get(0));
            }
        });
        Files.write(folder.resolve(name + BareServlet.HEADERS), headers);
    }

    /** @return requests per second of the bare servlet that sends the body alone */
    private double compare(String what, boolean zip, String name, List<Figure> figures) throws IOException {
        String page = base.resolve(PATH).toString();
        String same = base.resolve("/bare/" + name).toString();
        String body = base.resolve("/bare/" + BODY_ALONE + name).toString();
        List<List<Wrk.Load>> loads = new ArrayList<>();
        for (String address : List.of(page, same, body)) {
            Wrk.on(address, WARM_UP, zip);
            loads.add(new ArrayList<>());
        }
        for (int i = 0; i < ROUNDS; i++) {
            loads.get(2).add(Wrk.on(body, SECONDS, zip));
            loads.get(1).add(Wrk.on(same, SECONDS, zip));
            loads.get(0).add(Wrk.on(page, SECONDS, zip));
        }
        figures.add(new Figure(what + ": article, requests/s", perSecond(loads.get(0)), ""));
        figures.add(new Figure(what + ": bare servlet, requests/s", perSecond(loads.get(1)), ""));
        figures.add(new Figure(what + ": bare servlet without headers, requests/s", perSecond(loads.get(2)), ""));
        figures.add(new Figure(what + ": article to bare servlet", ratio(loads.get(0), loads.get(1)), "≥ 0.7"));
        figures.add(
                new Figure(what + ": article to bare servlet without headers", ratio(loads.get(0), loads.get(2)), ""));
        figures.add(new Figure(what + ": article, p99 in ms", slowest(loads.get(0)), ""));
        figures.add(new Figure(what + ": bare servlet, p99 in ms", slowest(loads.get(1)), ""));
        return perSecond(loads.get(2));
    }

    private static double perSecond(List<Wrk.Load> loads) {
        return median(loads.stream().map(Wrk.Load::perSecond).toList());
    }

    private static double slowest(List<Wrk.Load> loads) {
        return median(loads.stream().map(Wrk.Load::p99).toList());
    }

    /** The middle one of the ratios in each round. */
    private static double ratio(List<Wrk.Load> of, List<Wrk.Load> to) {
        return median(IntStream.range(0, of.size())
                .mapToObj(i -> of.get(i).perSecond() / to.get(i).perSecond())
                .toList());
    }

    /** As load generators and most proxies ask; an upgrade to HTTP/2 would be measured too. */
    private static Http plain(Http person) {
        return person.over(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    private void busy(double atRest, List<Figure> figures)
            throws IOException, ExecutionException, InterruptedException {
        AtomicBoolean on = new AtomicBoolean(true);
        ExecutorService desk = Executors.newSingleThreadExecutor();
        List<Double> ratios = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        try {
            Future<?> publishing = desk.submit(() -> {
                for (int round = 1; on.get(); round++) {
                    long began = System.nanoTime();
                    publishes(round);
                    seen(round);
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, TimeUnit.SECONDS.toNanos(1) - (System.nanoTime() - began)));
                }
                return null;
            });
            for (int i = 0; i < BUSY_PAIRS; i++) {
                double bare = Wrk.on(
                                base.resolve("/bare/" + BODY_ALONE + "page.gz").toString(), 1, true)
                        .perSecond();
                double page = Wrk.on(base.resolve(PATH).toString(), 1, true).perSecond();
                pages.add(page);
                ratios.add(page / bare);
            }
            on.set(false);
            publishing.get();
        } finally {
            desk.shutdownNow();
        }
        figures.add(new Figure("publications while measured", staleness.size(), ""));
        figures.add(new Figure("while published: article to bare servlet, median", median(ratios), ""));
        figures.add(new Figure("while published: article to bare servlet, lowest second", least(ratios), "≥ 0.5"));
        figures.add(new Figure("while published: lowest second to bare servlet at rest", least(pages) / atRest, ""));
        figures.add(new Figure("while published: page is new after at most, ms", most(staleness), "≤ 1000"));
    }

    private String written() {
        JsonObject made = journalist
                .send("POST", "api/v1/articles", story(0).toString())
                .expect(201)
                .json();
        return "api/v1/articles/" + made.getInt("id");
    }

    private static JsonObject story(int round) {
        JsonArrayBuilder body = Json.createArrayBuilder();
        for (int i = 1; i <= PARAGRAPHS; i++) {
            body.add(Json.createObjectBuilder()
                    .add("id", "p" + i)
                    .add("type", "paragraph")
                    .add(
                            "html",
                            i == 1 ? words(round) : "The deck moved four centimetres; " + "it may move. ".repeat(20)));
        }
        return Json.createObjectBuilder()
                .add("headline", "Measured")
                .add("section", "world")
                .add("slug", "measured")
                .add("body", body)
                .build();
    }

    private static String words(int round) {
        return "Published in round " + round + ".";
    }

    private void publishes(int round) {
        Http.Answer now = journalist.get(article).expect(200);
        JsonObjectBuilder story = Json.createObjectBuilder(story(round)).add("language", "en");
        journalist
                .with("If-Match", now.etag())
                .send("PUT", article, story.build().toString())
                .expect(200);
        takes(journalist, "submit");
        takes(editor, "approve");
        takes(editor, "publish");
    }

    private void takes(Http person, String action) {
        person.send("POST", article + "/transitions", "{\"action\":\"" + action + "\"}")
                .expect(200);
    }

    /** Asks until the page is the new one. */
    private void seen(int round) {
        long published = System.nanoTime();
        Http reader = plain(Http.nobody(base));
        while (!reader.get(PATH).expect(200).body().contains(words(round))) {
            Thread.onSpinWait();
        }
        staleness.add((System.nanoTime() - published) / 1e6);
    }

    private HttpResponse<byte[]> fetched(boolean zipped) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(PATH))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Accept-Encoding", zipped ? "gzip" : "identity")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void isThePage(HttpResponse<byte[]> zipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            if (!new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(words(0))) {
                throw new IOException("the article's page is not what was published");
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double least(List<Double> values) {
        return values.stream().min(Double::compare).orElseThrow();
    }

    private static double most(List<Double> values) {
        return values.stream().max(Double::compare).orElseThrow();
    }
}
