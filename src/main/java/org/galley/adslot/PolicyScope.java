package org.galley.adslot;

import java.util.OptionalLong;

/** The names of policy scopes: {@code global}, the key of a section, {@code article:17}. */
public final class PolicyScope {
    /** The scope whose figures hold wherever no closer one sets others. */
    public static final String GLOBAL = "global";

    /** Where figures come from that nobody has set. */
    public static final String STANDARD = "standard";

    static final String ARTICLE = "article:";

    private PolicyScope() {}

    public static String ofArticle(long article) {
        return ARTICLE + article;
    }

    /** The id of the article, if the scope is one's. */
    public static OptionalLong article(String scope) {
        if (!scope.matches(ARTICLE + "[1-9][0-9]{0,17}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(scope.substring(ARTICLE.length())));
    }
}
