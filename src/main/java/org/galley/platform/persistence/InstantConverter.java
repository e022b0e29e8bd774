package org.galley.platform.persistence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Keeps instants as {@code timestamp with time zone}, which both databases and EclipseLink agree on.
 *
 * <p>The databases count other years than Java does before the first and after the last one of four digits. Nothing is kept of those
 * times, but somebody may ask what there was then, so they are taken for the nearest that both know.
 */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<Instant, OffsetDateTime> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public OffsetDateTime convertToDatabaseColumn(Instant instant) {
        if (instant == null) {
            return null;
        }
        Instant kept = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
        return kept.atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant convertToEntityAttribute(OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
