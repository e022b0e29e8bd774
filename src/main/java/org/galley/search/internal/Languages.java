package org.galley.search.internal;

import static java.util.Map.entry;

import java.util.Map;

/** Which configuration of PostgreSQL knows the stems of a language. */
final class Languages {
    /** What has no configuration of its own: words are found as they are written. */
    static final String PLAIN = "simple";

    private static final Map<String, String> CONFIGURATIONS = Map.ofEntries(
            entry("ar", "arabic"),
            entry("ca", "catalan"),
            entry("da", "danish"),
            entry("de", "german"),
            entry("el", "greek"),
            entry("en", "english"),
            entry("es", "spanish"),
            entry("et", "estonian"),
            entry("eu", "basque"),
            entry("fi", "finnish"),
            entry("fr", "french"),
            entry("ga", "irish"),
            entry("hi", "hindi"),
            entry("hu", "hungarian"),
            entry("hy", "armenian"),
            entry("id", "indonesian"),
            entry("it", "italian"),
            entry("lt", "lithuanian"),
            entry("nb", "norwegian"),
            entry("ne", "nepali"),
            entry("nl", "dutch"),
            entry("nn", "norwegian"),
            entry("no", "norwegian"),
            entry("pt", "portuguese"),
            entry("ro", "romanian"),
            entry("ru", "russian"),
            entry("sr", "serbian"),
            entry("sv", "swedish"),
            entry("ta", "tamil"),
            entry("tr", "turkish"),
            entry("yi", "yiddish"));

    private Languages() {}

    /** The configuration for a language, which an older PostgreSQL may not have. */
    static String configuration(String language) {
        return CONFIGURATIONS.getOrDefault(language, PLAIN);
    }
}
