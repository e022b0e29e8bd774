package org.galley.publishing.internal.page;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.galley.story.ReadingDirection;

/** Speaks a page's language: its words, its times, and the direction in which it is read. */
final class ReaderText {
    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, String> words;

    /**
     * @param language a BCP 47 tag; one that is none speaks English
     * @param zone the zone in which times are told
     */
    ReaderText(String language, ZoneId zone) {
        Locale asked = Locale.forLanguageTag(language);
        this.locale = asked.getLanguage().isEmpty() ? Locale.ENGLISH : asked;
        this.zone = zone;
        ResourceBundle bundle = ReaderBundle.in(locale);
        Map<String, String> all = new HashMap<>();
        bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        this.words = Map.copyOf(all);
    }

    /** Speaks the story's language, or the site's where the story names none. */
    static ReaderText of(String language, SiteInfo site) {
        return new ReaderText(language.isEmpty() ? site.language() : language, site.zone());
    }

    /** The BCP 47 tag for {@code lang}. */
    String language() {
        return locale.toLanguageTag();
    }

    /** {@code rtl} or {@code ltr}, for {@code dir}. */
    String direction() {
        return ReadingDirection.of(language()).key();
    }

    /** The language and country as Open Graph writes them: {@code en_GB}; empty where no country is named, as it wants both. */
    String openGraphLocale() {
        return locale.getCountry().isEmpty() ? "" : locale.getLanguage() + "_" + locale.getCountry();
    }

    /** All words by key, for templates. */
    Map<String, String> words() {
        return words;
    }

    /** A sentence with its gaps filled. */
    String say(String key, Object... values) {
        return new MessageFormat(words.get(key), locale).format(values);
    }

    Moment moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(dates())
                .format(local);
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(dates())
                .format(local);
        return new Moment(iso(at), say("stamp", time, date));
    }

    /** A time as machines read it, to the second, with the site's offset from UTC. */
    String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(zone).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime());
    }

    /** English of no country is read everywhere: day before month and no a.m. or p.m. leave nobody in doubt. */
    private Locale dates() {
        return locale.getLanguage().equals("en") && locale.getCountry().isEmpty() ? Locale.UK : locale;
    }

    /**
     * A time in a page.
     *
     * @param iso for machines
     * @param shown for readers
     */
    record Moment(String iso, String shown) {}
}
