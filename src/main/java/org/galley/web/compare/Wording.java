package org.galley.web.compare;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of one screen, for sentences that Java puts together.
 *
 * @param bundle the name of the resource bundle, for example {@code messages.history}
 */
public record Wording(String bundle) {
    public static final Wording HISTORY = new Wording("messages.history");
    public static final Wording REVIEW = new Wording("messages.review");

    /** Whether there is a text of this name; for names that come from outside. */
    public boolean has(String key) {
        return ResourceBundle.getBundle(bundle, Locale.ENGLISH, Wording.class.getClassLoader())
                .containsKey(key);
    }

    /**
     * A text with its arguments put in, by the rules of {@link MessageFormat}.
     *
     * @throws java.util.MissingResourceException if there is no such text: a defect
     */
    public String say(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(bundle, Locale.ENGLISH, Wording.class.getClassLoader())
                .getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }
}
