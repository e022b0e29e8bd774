package org.galley.web.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** A stamp as a person reads and types it: {@code 2024-12-04 16:28}, with an offset only where it is not the desk's own. */
record StampText(ZoneId zone) {
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[' ']['T']HH:mm[:ss][[' ']XXX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** The text of a stamp; empty for null. */
    String print(OffsetDateTime stamp) {
        if (stamp == null) {
            return "";
        }
        String local = (stamp.getSecond() == 0 ? MINUTES : SECONDS).format(stamp);
        boolean deskTime = zone.getRules().isValidOffset(stamp.toLocalDateTime(), stamp.getOffset());
        return deskTime ? local : local + " " + stamp.getOffset().getId();
    }

    /**
     * The stamp that a text means.
     *
     * @return null for an empty text
     * @throws DateTimeException if the text is no stamp
     */
    OffsetDateTime parse(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        TemporalAccessor read = FORM.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        if (read instanceof OffsetDateTime complete) {
            return complete;
        }
        LocalDateTime local = (LocalDateTime) read;
        ZoneOffset offset = zone.getRules().getOffset(local);
        return local.atOffset(offset);
    }
}
