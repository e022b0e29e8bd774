package org.galley.workflow;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the table of transitions, from the bundle {@code messages.workflow}. */
final class Words {
    private Words() {}

    /** @throws java.util.MissingResourceException if there is no such text: a defect */
    static String say(String key) {
        return ResourceBundle.getBundle("messages.workflow", Locale.ENGLISH, Words.class.getClassLoader())
                .getString(key);
    }
}
