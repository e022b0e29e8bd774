package org.galley.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** What an installation may set, with its defaults; README lists the same keys. */
@ApplicationScoped
public class GalleySettings {
    @Inject
    Config config;

    /** The folder in which Galley keeps files, absolute; {@code galley.home}, by default {@code data}. */
    public Path home() {
        return Path.of(text("galley.home").orElse("data")).toAbsolutePath().normalize();
    }

    /** Whether an empty database is set up as the demo newsroom; {@code galley.demo}, by default false. */
    public boolean demo() {
        return text("galley.demo").map(Boolean::parseBoolean).orElse(false);
    }

    /**
     * The zone in which the desk's times are shown and zoneless stamps are read; {@code galley.zone}, by default the machine's.
     *
     * @throws IllegalStateException if the setting names no zone
     */
    public ZoneId zone() {
        String name = text("galley.zone").orElseGet(() -> ZoneId.systemDefault().getId());
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalStateException("galley.zone names no time zone: " + name, e);
        }
    }

    /** The site's name on readers' pages; {@code galley.site.name}. */
    public String siteName() {
        return text("galley.site.name").orElse("The Galley");
    }

    /**
     * The language of the site itself, of its lists and feeds, as a BCP 47 tag; {@code galley.site.language}, by default {@code en}.
     * Each story has its own.
     *
     * @throws IllegalStateException if the setting names no language
     */
    public String siteLanguage() {
        String tag = text("galley.site.language").orElse("en").strip();
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            throw new IllegalStateException("galley.site.language names no language: " + tag, e);
        }
        throw new IllegalStateException("galley.site.language names no language: " + tag);
    }

    /** The address under which readers see the site, without a slash at the end; {@code galley.site.url}. */
    public String siteUrl() {
        String url = text("galley.site.url")
                .orElseGet(() -> "http://localhost:" + text("galley.port").orElse("8080"));
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * The absolute address of the site's logo, which search engines show beside its stories: a raster picture or SVG;
     * {@code galley.site.logo}, by default none of its own.
     *
     * @throws IllegalStateException if the setting is no such address
     */
    public Optional<String> siteLogo() {
        Optional<String> address = text("galley.site.logo").map(String::strip);
        address.filter(given -> !given.matches("https?://[^/\\s]+/\\S+")).ifPresent(given -> {
            throw new IllegalStateException(
                    "galley.site.logo is no address such as https://www.example.org/logo.png: " + given);
        });
        return address;
    }

    /**
     * Where the context root leads: {@code desk} or {@code news}; {@code galley.entrance}, by default the desk.
     *
     * @throws IllegalStateException if it is neither
     */
    public String entrance() {
        String place = text("galley.entrance").orElse("desk").strip();
        if (!Set.of("desk", "news").contains(place)) {
            throw new IllegalStateException("galley.entrance is desk or news, not " + place);
        }
        return place;
    }

    /** Whether feeds carry whole texts, or summaries only; {@code galley.feeds.full}, by default false. */
    public boolean feedsFull() {
        return text("galley.feeds.full").map(Boolean::parseBoolean).orElse(false);
    }

    /**
     * The code of the Google Ad Manager network whose ads readers' pages ask for; {@code galley.ads.gpt.network}. Empty, as it is
     * by default, means that pages run no ad code.
     *
     * @throws IllegalStateException if it is no number, nor two with a comma between (a parent network and its child)
     */
    public Optional<String> adNetwork() {
        Optional<String> code = text("galley.ads.gpt.network").map(String::strip);
        code.filter(given -> !given.matches("\\d{1,20}(,\\d{1,20})?")).ifPresent(given -> {
            throw new IllegalStateException("galley.ads.gpt.network is no network code such as 1234: " + given);
        });
        return code;
    }

    /**
     * What the ad server may do with readers' data: {@code limited} (no cookies, no identifiers), {@code non-personalised} or
     * {@code full}; {@code galley.ads.gpt.privacy}, by default {@code limited}.
     *
     * @throws IllegalStateException if it is none of these
     */
    public String adPrivacy() {
        String privacy = text("galley.ads.gpt.privacy").orElse("limited").strip();
        if (!Set.of("limited", "non-personalised", "full").contains(privacy)) {
            throw new IllegalStateException(
                    "galley.ads.gpt.privacy is limited, non-personalised or full, not " + privacy);
        }
        return privacy;
    }

    /**
     * Where Google Publisher Tags are fetched from; {@code galley.ads.gpt.script}, by default Google's own address, for limited
     * ads the one that sets no cookies.
     *
     * @throws IllegalStateException if it is no address with https, or with http on this machine
     */
    public URI adScript() {
        String host =
                adPrivacy().equals("limited") ? "pagead2.googlesyndication.com" : "securepubads.g.doubleclick.net";
        String given = text("galley.ads.gpt.script")
                .orElse("https://" + host + "/tag/js/gpt.js")
                .strip();
        if (!given.matches("(https://[\\w.-]+|http://(127\\.0\\.0\\.1|localhost))(:\\d+)?/[\\w./?=&%-]*")) {
            throw new IllegalStateException("galley.ads.gpt.script is no https address of a script: " + given);
        }
        return URI.create(given);
    }

    /**
     * From where ads may show frames and pictures and what they may ask, as source expressions of a Content-Security-Policy;
     * {@code galley.ads.gpt.sources}, with spaces between, by default {@code https:}.
     *
     * @throws IllegalStateException if one could say more than that
     */
    public List<String> adSources() {
        List<String> sources =
                List.of(text("galley.ads.gpt.sources").orElse("https:").strip().split("\\s+"));
        for (String source : sources) {
            if (!source.matches("https?:|(https?://)?[\\w.*-]+(:(\\d+|\\*))?(/[\\w./-]*)?")) {
                throw new IllegalStateException("galley.ads.gpt.sources has what is no scheme or host: " + source);
            }
        }
        return sources;
    }

    /** The first administrator's password outside demo mode; {@code GALLEY_ADMIN_PASSWORD}. */
    public Optional<String> adminPassword() {
        return text("galley.admin.password");
    }

    /**
     * Keys of the story checks that let no story be submitted or approved; {@code galley.checks.blockers}, with commas between,
     * by default {@code missing-alternative}. A single hyphen stands for none.
     */
    public List<String> checkBlockers() {
        String keys =
                text("galley.checks.blockers").orElse("missing-alternative").strip();
        return keys.equals("-") ? List.of() : List.of(keys.split("\\s*,\\s*"));
    }

    /**
     * How late the clock may still publish what was scheduled, for example after the server was down; what is later is held for a
     * person. {@code galley.schedule.lateness} as an ISO 8601 duration, by default {@code PT15M}.
     *
     * @throws IllegalStateException if the setting is no duration, or a negative one
     */
    public Duration scheduleLateness() {
        String text = text("galley.schedule.lateness").orElse("PT15M").strip();
        try {
            Duration lateness = Duration.parse(text);
            if (!lateness.isNegative()) {
                return lateness;
            }
        } catch (DateTimeException e) {
            throw new IllegalStateException("galley.schedule.lateness is no duration such as PT15M: " + text, e);
        }
        throw new IllegalStateException("galley.schedule.lateness is negative: " + text);
    }

    /**
     * The most bytes that an uploaded picture may have; {@code galley.media.max-bytes}, by default 20 MiB, from 1 KiB to 200 MiB.
     *
     * @throws IllegalStateException if the setting is no such number
     */
    public int mediaMaxBytes() {
        return (int) number("galley.media.max-bytes", 20L * 1024 * 1024, 1024, 200L * 1024 * 1024);
    }

    /**
     * The most pixels, width times height, of a picture that is decoded; {@code galley.media.max-pixels}, by default 40 million,
     * from one thousand to 200 million.
     *
     * @throws IllegalStateException if the setting is no such number
     */
    public long mediaMaxPixels() {
        return number("galley.media.max-pixels", 40_000_000, 1000, 200_000_000);
    }

    /**
     * For how long no story may have named a picture before it is cleaned up; {@code galley.media.unused-days}, by default 40,
     * from 31, as browsers keep text that was not sent for a month, to 3650; 0 keeps every picture for ever.
     *
     * @return empty if pictures are kept for ever
     * @throws IllegalStateException if the setting is no such number
     */
    public Optional<Duration> mediaUnusedFor() {
        long days = number("galley.media.unused-days", 40, 0, 3650);
        if (days > 0 && days < 31) {
            throw new IllegalStateException("galley.media.unused-days is neither 0 nor 31 or more: " + days);
        }
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    private long number(String key, long otherwise, long least, long most) {
        String text = text(key).orElse(String.valueOf(otherwise)).strip();
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalStateException(key + " is no whole number: " + text, e);
        }
        throw new IllegalStateException(key + " is not from " + least + " to " + most + ": " + text);
    }

    /**
     * Addresses of the proxies whose {@code X-Forwarded-For} is believed; {@code galley.proxies}, with commas between, by default
     * none.
     */
    public Set<String> proxies() {
        return text("galley.proxies")
                .map(addresses -> Set.of(addresses.strip().split("\\s*,\\s*")))
                .orElseGet(Set::of);
    }

    /**
     * The origins whose pages may read the content API in a browser, exactly as browsers name them, such as
     * {@code https://www.example.org}; {@code galley.content.cors.origins}, with commas between, by default none.
     *
     * @throws IllegalStateException if one is no origin
     */
    public Set<String> contentOrigins() {
        List<String> origins = text("galley.content.cors.origins")
                .map(given -> List.of(given.strip().split("\\s*,\\s*")))
                .orElseGet(List::of);
        for (String origin : origins) {
            if (!origin.matches("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?")) {
                throw new IllegalStateException(
                        "galley.content.cors.origins has what is no origin such as https://www.example.org: " + origin);
            }
        }
        return Set.copyOf(origins);
    }

    /**
     * The most bytes that a document for import may have; {@code galley.import.max-bytes}, by default 32 MiB, from 1 KiB to
     * 200 MiB.
     *
     * @throws IllegalStateException if the setting is no such number
     */
    public int importMaxBytes() {
        return (int) number("galley.import.max-bytes", 32L * 1024 * 1024, 1024, 200L * 1024 * 1024);
    }

    /** The folder from which files are imported, absolute; {@code galley.import.folder}, by default none. */
    public Optional<Path> importFolder() {
        return text("galley.import.folder")
                .map(folder -> Path.of(folder.strip()).toAbsolutePath().normalize());
    }

    /** The name of the account in whose name files of that folder are imported; {@code galley.import.user}. */
    public Optional<String> importUser() {
        return text("galley.import.user").map(String::strip);
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
    }

    /** The clock from which all of Galley takes the time. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return new GalleyClock();
    }
}
