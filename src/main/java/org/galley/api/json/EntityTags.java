package org.galley.api.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.api.problem.Problem;
import org.galley.api.problem.ProblemException;
import org.galley.api.problem.ProblemType;

/**
 * Names versions of a resource in {@code ETag} and reads them back from {@code If-Match} (RFC 9110, sections 8.8.3 and 13.1.1).
 *
 * <p>Galley merges, so {@code If-Match} does not have to name the newest version: it names the one from which the client
 * started.
 */
public final class EntityTags {
    /** One entity tag and what stands between it and the next. */
    private static final Pattern TAG = Pattern.compile("[ \t,]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \t]*(,|$)");

    private static final Pattern REST = Pattern.compile("[ \t,]*");
    private static final Pattern VERSION = Pattern.compile("v(0|[1-9][0-9]{0,17})");
    private static final int MAX_HEADER = 4_000;

    private EntityTags() {}

    /** The strong tag of a version, with its quotes: {@code "v17"}. */
    public static String of(long version) {
        if (version < 0) {
            throw new IllegalArgumentException("versions count up from 0");
        }
        return "\"v" + version + "\"";
    }

    /**
     * The version from which the client started.
     *
     * @param ifMatch the header {@code If-Match}, several of them joined by commas; null if there is none
     * @param current the newest version
     * @return {@code current} for {@code *}; otherwise the highest version up to {@code current} that is named by a strong tag
     * @throws ProblemException 428 without the header, 400 if it is malformed, 412 if it names no version of this resource (a
     *     weak tag never does)
     */
    public static long baseVersion(String ifMatch, long current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED)
                    .detail(
                            "Send If-Match with the ETag of the version that was changed, as a GET of this address gives"
                                    + " it; or If-Match: * to change whatever is newest.")
                    .exception();
        }
        if (ifMatch.strip().equals("*")) {
            return current;
        }
        return strongTags(ifMatch).stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .mapToLong(version -> Long.parseLong(version.group(1)))
                .filter(version -> version <= current)
                .max()
                .orElseThrow(() -> Problem.of(ProblemType.PRECONDITION_FAILED)
                        .detail(
                                "Get the newest version, make the change in it and send its ETag as it was given, without"
                                        + " W/ before it.")
                        .exception());
    }

    private static List<String> strongTags(String ifMatch) {
        List<String> strong = new ArrayList<>();
        Matcher tag = TAG.matcher(ifMatch);
        int at = 0;
        boolean any = false;
        while (ifMatch.length() <= MAX_HEADER
                && tag.region(at, ifMatch.length()).lookingAt()) {
            any = true;
            at = tag.end();
            if (tag.group(1) == null) {
                strong.add(tag.group(2));
            }
        }
        if (!any || !REST.matcher(ifMatch.substring(at)).matches()) {
            throw Problem.of(ProblemType.MALFORMED_PRECONDITION)
                    .detail("If-Match is * or a list of entity tags in double quotes, such as \"v17\".")
                    .exception();
        }
        return strong;
    }
}
