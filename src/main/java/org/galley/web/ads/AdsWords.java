package org.galley.web.ads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the ads screen, from its resource bundle. */
@ApplicationScoped
class AdsWords {
    private static final String BUNDLE = "messages.ads";

    /** @throws java.util.MissingResourceException if there is no such text: a defect */
    String get(String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, AdsWords.class.getClassLoader())
                .getString("ads." + key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    /** The words for signing in again in place, which all screens have from the Write screen. */
    JsonObject forSignIn() {
        JsonObjectBuilder out = Json.createObjectBuilder();
        ResourceBundle bundle =
                ResourceBundle.getBundle("messages.write", Locale.ENGLISH, AdsWords.class.getClassLoader());
        bundle.keySet().stream()
                .filter(key -> key.startsWith("signIn.") || key.startsWith("refusal."))
                .sorted()
                .forEach(key -> out.add(key, bundle.getString(key)));
        return out.build();
    }

    /** The words that the browser itself needs, as a JSON object. */
    String forBrowser() {
        JsonObjectBuilder out = Json.createObjectBuilder();
        ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, AdsWords.class.getClassLoader());
        bundle.keySet().stream()
                .filter(key -> key.startsWith("ads.js.") || key.equals("ads.pinned") || key.equals("ads.automatic"))
                .sorted()
                .forEach(key -> out.add(key.substring(key.lastIndexOf('.') + 1), bundle.getString(key)));
        return out.build().toString();
    }
}
