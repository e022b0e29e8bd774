package org.galley.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs wrk, the load generator: one thread, sixteen connections, as one that takes more would measure itself on a small machine. */
final class Wrk {
    static final String MISSING =
            "Readers' pages were not measured: wrk is not installed (on Debian: apt-get install wrk).";

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern SLOWEST = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    private Wrk() {}

    /**
     * @param perSecond requests
     * @param p99 milliseconds in which 99 of 100 were answered
     */
    record Load(double perSecond, double p99) {}

    static boolean isThere() {
        try {
            Process process = new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.waitFor();
            return true;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks for one address as often as it can; an answer that is none fails. */
    static Load on(String address, int seconds, boolean zipped) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        "wrk",
                        "-t1",
                        "-c16",
                        "-d" + seconds + "s",
                        "--latency",
                        "-H",
                        "Accept-Encoding: " + (zipped ? "gzip" : "identity"),
                        address))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        Matcher slowest = SLOWEST.matcher(said);
        if (WRONG.matcher(said).find() || !rate.find() || !slowest.find()) {
            throw new IOException("wrk on " + address + " said:\n" + said);
        }
        double unit =
                switch (slowest.group(2)) {
                    case "us" -> 0.001;
                    case "ms" -> 1;
                    default -> 1000;
                };
        return new Load(Double.parseDouble(rate.group(1)), Double.parseDouble(slowest.group(1)) * unit);
    }
}
