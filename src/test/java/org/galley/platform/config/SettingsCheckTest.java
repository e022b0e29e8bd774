package org.galley.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class SettingsCheckTest {
    @Test
    void the_defaults_are_right() {
        assertThat(check(Map.of()).wrong()).isEmpty();
    }

    @Test
    void every_wrong_setting_is_named_with_what_was_given() {
        SettingsCheck check = check(Map.of(
                "galley.zone", "Nowhere/None",
                "galley.entrance", "kitchen",
                "galley.site.logo", "/logo.png",
                "galley.webhooks.tries", "many",
                "galley.mail.host", "mail.example",
                "galley.mail.tls", "perhaps"));
        assertThat(check.wrong())
                .containsExactly(
                        "galley.zone names no time zone: Nowhere/None",
                        "galley.site.logo is no address such as https://www.example.org/logo.png: /logo.png",
                        "galley.entrance is desk or news, not kitchen",
                        "galley.webhooks.tries is no whole number from 1 to 50: many",
                        "galley.mail.tls is starttls, tls or none, not perhaps");
    }

    @Test
    void a_setting_that_others_depend_on_is_named_once() {
        assertThat(check(Map.of("galley.ads.gpt.privacy", "none")).wrong())
                .containsExactly("galley.ads.gpt.privacy is limited, non-personalised or full, not none");
    }

    private static SettingsCheck check(Map<String, String> given) {
        Config config = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getOptionalValue")) {
                        return Optional.ofNullable(given.get((String) args[0]));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        SettingsCheck check = new SettingsCheck();
        check.settings = new GalleySettings();
        check.settings.config = config;
        check.delivery = new DeliverySettings();
        check.delivery.config = config;
        check.mail = new MailSettings();
        check.mail.config = config;
        return check;
    }
}
