package org.galley.intake.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the name of a document's root element from its first characters, without reading it. */
final class RootName {
    private static final Pattern BEFORE =
            Pattern.compile("\\s*(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>\\[]*(?:\\[.*?])?\\s*>)", Pattern.DOTALL);

    private static final Pattern ROOT = Pattern.compile("\\s*<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)");

    private RootName() {}

    /** The name without prefix; empty if there is none in sight. */
    static String of(String head) {
        Matcher before = BEFORE.matcher(head);
        int at = 0;
        while (before.region(at, head.length()).lookingAt()) {
            at = before.end();
        }
        Matcher root = ROOT.matcher(head).region(at, head.length());
        return root.lookingAt() ? root.group(1) : "";
    }
}
