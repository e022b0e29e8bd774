package org.galley.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** The mail server of an installation; without {@code galley.mail.host} no mail is sent. */
@ApplicationScoped
public class MailSettings {
    private static final String TIMEOUT_MILLIS = "10000";

    @Inject
    Config config;

    /** Whether mail is sent at all. */
    public boolean isOn() {
        return text("galley.mail.host").isPresent();
    }

    public Optional<String> user() {
        return text("galley.mail.user");
    }

    public String password() {
        return text("galley.mail.password").orElse("");
    }

    /** Whom mail is from; {@code galley.mail.from}, by default {@code galley@} and the mail server's name. */
    public String from() {
        return text("galley.mail.from")
                .orElseGet(() -> "galley@" + text("galley.mail.host").orElse("localhost"));
    }

    /**
     * Where links in mail lead: {@code galley.mail.desk}, by default the site's address.
     *
     * @param siteUrl without a slash at the end
     */
    public String deskUrl(String siteUrl) {
        String url = text("galley.mail.desk").orElse(siteUrl);
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /**
     * What Jakarta Mail is told: host and port, {@code galley.mail.tls} ({@code starttls}, which is the default, {@code tls} or
     * {@code none}), and time-outs for everything.
     *
     * @throws IllegalStateException if a setting is none
     */
    public Properties properties() {
        String tls = text("galley.mail.tls").orElse("starttls");
        if (!Set.of("starttls", "tls", "none").contains(tls)) {
            throw new IllegalStateException("galley.mail.tls is starttls, tls or none, not " + tls);
        }
        String port = text("galley.mail.port").orElse(tls.equals("tls") ? "465" : tls.equals("none") ? "25" : "587");
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalStateException("galley.mail.port is no port: " + port);
        }
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", text("galley.mail.host").orElseThrow());
        properties.setProperty("mail.smtp.port", port);
        properties.setProperty("mail.smtp.auth", String.valueOf(user().isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(tls.equals("tls")));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls.equals("starttls")));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls.equals("starttls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }
}
