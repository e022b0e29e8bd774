package org.galley.publishing.internal.page;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words that readers read around the stories, in the languages that Galley has them in. */
public final class ReaderBundle {
    private static final String NAME = "org.galley.publishing.page.reader";

    private ReaderBundle() {}

    /** The words in a language, or in English where Galley has not got it. */
    public static ResourceBundle in(Locale locale) {
        return ResourceBundle.getBundle(
                NAME,
                locale,
                ReaderBundle.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
