package org.galley.adslot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.galley.platform.refusal.RefusedException;
import org.galley.platform.refusal.RefusedException.FieldProblem;

/** What a slot definition must be to be taken into the catalogue. */
final class KindRules {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8})*");

    /** What Google Publisher Tags take as a key; other ad servers take more. */
    private static final Pattern TARGETING_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,19}");

    private static final int MAX_KEY = 64;
    private static final int MAX_LABEL = 200;
    private static final int MAX_UNIT_PATH = 300;
    private static final int MAX_TARGETING = 200;
    private static final int MAX_ENTRIES = 50;
    private static final int MAX_FALLBACK = 20_000;
    private static final int MAX_HEIGHT = 4_000;

    private KindRules() {}

    /** @throws RefusedException invalid, naming every field at fault */
    static void check(SlotKind kind) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!KEY.matcher(kind.key()).matches() || kind.key().length() > MAX_KEY) {
            add(problems, "key", "A key has at most 64 characters: small letters, digits, single hyphens between.");
        }
        atMost(problems, "label", kind.label(), MAX_LABEL);
        atMost(problems, "unitPath", kind.unitPath(), MAX_UNIT_PATH);
        atMost(problems, "houseFallback", kind.houseFallback(), MAX_FALLBACK);
        labels(problems, kind.labels());
        targeting(problems, kind.targeting());
        if (kind.rooms().isEmpty()) {
            add(problems, "sizes", "A slot needs a size at one breakpoint at least.");
        }
        kind.rooms().forEach((breakpoint, room) -> {
            if (room.height() < 1 || room.height() > MAX_HEIGHT) {
                add(problems, "sizes." + breakpoint + ".height", "A height from 1 to 4,000 px is needed.");
            }
        });
        if (!problems.isEmpty()) {
            throw RefusedException.invalid("The slot definition cannot be used as it is.", problems);
        }
    }

    private static void labels(List<FieldProblem> problems, Map<String, String> labels) {
        if (labels.size() > MAX_ENTRIES) {
            add(problems, "labels", "At most 50 languages are possible.");
        }
        labels.forEach((language, label) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                add(problems, "labels", "\"" + language + "\" is no language tag such as de or pt-br.");
            }
            if (label.isBlank()) {
                add(problems, "labels", "The label for " + language + " is empty.");
            }
            atMost(problems, "labels", label, MAX_LABEL);
        });
    }

    private static void targeting(List<FieldProblem> problems, Map<String, String> targeting) {
        if (targeting.size() > MAX_ENTRIES) {
            add(problems, "targeting", "At most 50 key-values are possible.");
        }
        targeting.forEach((key, value) -> {
            if (!TARGETING_KEY.matcher(key).matches()) {
                add(
                        problems,
                        "targeting",
                        "\"" + key + "\" is no key: a letter first, then letters, digits, _ and -, at most 20 in all.");
            }
            atMost(problems, "targeting", value, MAX_TARGETING);
        });
    }

    private static void atMost(List<FieldProblem> problems, String field, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            add(problems, field, "It has " + length + " characters; at most " + most + " are possible.");
        }
    }

    private static void add(List<FieldProblem> problems, String field, String message) {
        problems.add(new FieldProblem(field, message));
    }
}
