package org.galley.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds a Chromium on this machine, or fetches one, so that {@code mvn verify} needs no preparation. */
final class Chromium {
    /** First the one without windows: a whole browser spends half of its time on what nobody sees. */
    private static final List<String> KNOWN = List.of(
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /** No sandbox as root, and nothing that would call home. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final long INSTALL_MINUTES = 10;

    private static final double TRUSTED_MILLIS = 20_000;

    private Chromium() {}

    static Playwright playwright() {
        // A wait ends with what it waits for; this is only for how long a busy machine is trusted.
        PlaywrightAssertions.setDefaultAssertionTimeout(TRUSTED_MILLIS);
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setHeadless(true).setArgs(FLAGS);
        installed().or(Chromium::fetched).ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }

    private static Optional<Path> installed() {
        return KNOWN.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** @return the fetched browser, or empty if Playwright keeps it where it finds it by itself */
    private static Optional<Path> fetched() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        boolean byPlaywright = run(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                "com.microsoft.playwright.CLI",
                "install",
                "chromium");
        if (byPlaywright) {
            return Optional.empty();
        }
        boolean debianAsRoot =
                Files.exists(Path.of("/etc/debian_version")) && "root".equals(System.getProperty("user.name"));
        if (debianAsRoot && run("apt-get", "update") && run("apt-get", "install", "-y", "chromium-headless-shell")) {
            return installed();
        }
        throw new IllegalStateException(
                "The browser tests need Chromium. Playwright could not download it here, and it could"
                        + " not be installed as a Debian package. Install chromium, chromium-headless-shell or google-chrome and run again.");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (!process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
