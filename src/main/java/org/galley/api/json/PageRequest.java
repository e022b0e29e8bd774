package org.galley.api.json;

import java.util.List;
import java.util.function.Function;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.ProblemType;

/**
 * Which page of a list is asked for.
 *
 * @param limit the most items to answer, 1 to 200
 * @param after sort values of the item after which the page begins; empty for the first page
 */
public record PageRequest(int limit, List<String> after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        after = List.copyOf(after);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_LIMIT + " items");
        }
    }

    /**
     * Reads the query parameters {@code limit} and {@code after}.
     *
     * @param limit null or empty for 50; more than 200 gives 200, as a page may always be shorter than wished
     * @param after a cursor of this list; null or empty for the first page
     * @param key the list
     * @throws ProblemException 400 if one of them is at fault
     */
    public static PageRequest parse(String limit, String after, PageKey key) {
        List<String> place = after == null || after.isEmpty() ? List.of() : key.decode(after);
        return new PageRequest(limit(limit), place);
    }

    private static int limit(String given) {
        if (given == null || given.isEmpty()) {
            return DEFAULT_LIMIT;
        }
        if (!given.matches("0*[0-9]{1,9}") || Integer.parseInt(given) < 1) {
            throw Problem.of(ProblemType.BAD_PAGE)
                    .detail("\"limit\" is a whole number from 1 on; more than " + MAX_LIMIT + " gives " + MAX_LIMIT
                            + ".")
                    .extension("parameter", "limit")
                    .exception();
        }
        return Math.min(Integer.parseInt(given), MAX_LIMIT);
    }

    public boolean isFirst() {
        return after.isEmpty();
    }

    /**
     * One sort value as what it stands for, such as {@code Instant::parse}; only for a page that is not the first.
     *
     * @throws ProblemException 400 if a forged cursor holds something else
     */
    public <T> T after(int index, Function<String, T> parse) {
        String value = after.get(index);
        try {
            return parse.apply(value);
        } catch (RuntimeException e) {
            throw PageKey.refused();
        }
    }
}
