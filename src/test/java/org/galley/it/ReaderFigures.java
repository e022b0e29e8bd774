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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPInputStream;
import org.galley.bench.BareServlet;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * How fast readers get an article, beside a bare servlet that sends the same bytes on the same server, at rest and while the article is
 * published anew every second. Both are measured in turn, so that whatever else the machine does meets both alike.
 */
public final class ReaderFigures {
    private static final int PARAGRAPHS = 18;
    private static final int PAIRS = 7;
    private static final int SECONDS = 3;
    private static final int WARM_UP = 10;
    /** One-second pairs while the article is published. */
    private static final int BUSY_PAIRS = 20;

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
        byte[] zipped = fetched(true);
        Files.write(folder.resolve("page.gz"), zipped);
        Files.write(folder.resolve("page.html"), unzipped(zipped));
        List<Figure> figures = new ArrayList<>();
        double atRest = compare("gzip, " + zipped.length + " bytes", true, "/bare/page.gz", figures);
        compare("plain, " + unzipped(zipped).length + " bytes", false, "/bare/page.html", figures);
        busy(atRest, figures);
        return figures;
    }

    /** @return requests per second of the bare servlet */
    private double compare(String what, boolean zip, String bare, List<Figure> figures) throws IOException {
        String page = base.resolve(PATH).toString();
        String other = base.resolve(bare).toString();
        Wrk.on(page, WARM_UP, zip);
        Wrk.on(other, WARM_UP, zip);
        List<Double> ratios = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        List<Double> bares = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        List<Double> slowestBare = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            Wrk.Load ofBare = Wrk.on(other, SECONDS, zip);
            Wrk.Load ofPage = Wrk.on(page, SECONDS, zip);
            ratios.add(ofPage.perSecond() / ofBare.perSecond());
            pages.add(ofPage.perSecond());
            bares.add(ofBare.perSecond());
            slowest.add(ofPage.p99());
            slowestBare.add(ofBare.p99());
        }
        figures.add(new Figure(what + ": article, requests/s", median(pages), ""));
        figures.add(new Figure(what + ": bare servlet, requests/s", median(bares), ""));
        figures.add(new Figure(what + ": article to bare servlet", median(ratios), "≥ 0.7"));
        figures.add(new Figure(what + ": article, p99 in ms", median(slowest), ""));
        figures.add(new Figure(what + ": bare servlet, p99 in ms", median(slowestBare), ""));
        return median(bares);
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
                double bare = Wrk.on(base.resolve("/bare/page.gz").toString(), 1, true)
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

    private byte[] fetched(boolean zipped) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(PATH))
                .header("Accept-Encoding", zipped ? "gzip" : "identity")
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] page = in.readAllBytes();
            if (!new String(page, StandardCharsets.UTF_8).contains(words(0))) {
                throw new IOException("the article's page is not what was published");
            }
            return page;
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
