package org.galley.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;

/** The words of the interface, from the resource bundle. */
@Named("texts")
@ApplicationScoped
public class Texts {
    private static final String SHELL = "galley";

    /**
     * A text of the shell with its arguments put in, by the rules of {@link MessageFormat}.
     *
     * @throws java.util.MissingResourceException if there is no such text: a defect
     */
    public String get(String key, Object... arguments) {
        return of(SHELL, key, arguments);
    }

    /** The same from the bundle of a screen, for example {@code desk}. */
    public String of(String bundle, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle("messages." + bundle, Locale.ENGLISH, Texts.class.getClassLoader())
                .getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    /** All texts of a screen's bundle as a JSON object, for modules that run in the browser. */
    public String all(String bundle) {
        ResourceBundle texts =
                ResourceBundle.getBundle("messages." + bundle, Locale.ENGLISH, Texts.class.getClassLoader());
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeSet<>(texts.keySet()).forEach(key -> json.add(key, texts.getString(key)));
        return json.build().toString();
    }
}
