package org.galley.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.article.ArticleQuery.Position;

/** Writes places in a list into addresses, and reads them back; an address that somebody cut leads to the first page. */
final class Places {
    private static final Pattern PLACE =
            Pattern.compile("([1-4])\\.(-?\\d{1,12})\\.(\\d{1,9})\\.(\\d{1,18})\\.(up|down)");
    private static final int RANK = 1;
    private static final int SECOND = 2;
    private static final int NANO = 3;
    private static final int ID = 4;
    private static final int DIRECTION = 5;

    private Places() {}

    static String write(Position place) {
        return place == null
                ? null
                : place.rank() + "." + place.at().getEpochSecond() + "."
                        + place.at().getNano() + "." + place.id() + (place.backwards() ? ".up" : ".down");
    }

    static Optional<Position> read(String given) {
        Matcher place = PLACE.matcher(given == null ? "" : given);
        if (!place.matches()) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(place.group(SECOND)), Long.parseLong(place.group(NANO)));
            return Optional.of(new Position(
                    Integer.parseInt(place.group(RANK)),
                    at,
                    Long.parseLong(place.group(ID)),
                    place.group(DIRECTION).equals("up")));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
