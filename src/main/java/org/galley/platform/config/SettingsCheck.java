package org.galley.platform.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Refuses to start with a setting that means nothing, so that it is seen by whoever made it and not by whoever needs it first. */
@ApplicationScoped
public class SettingsCheck {
    @Inject
    GalleySettings settings;

    @Inject
    DeliverySettings delivery;

    @Inject
    MailSettings mail;

    /** @throws IllegalStateException with what is wrong with each of them */
    void check(
            @Observes @Initialized(ApplicationScoped.class) @Priority(Interceptor.Priority.PLATFORM_BEFORE)
                    Object application) {
        List<String> wrong = wrong();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("Galley does not start with these settings. " + String.join(". ", wrong));
        }
    }

    /** What is wrong, a sentence without its full stop each; empty if nothing is. */
    List<String> wrong() {
        return Stream.<Supplier<?>>of(
                        settings::home,
                        settings::zone,
                        settings::siteLanguage,
                        settings::siteLogo,
                        settings::entrance,
                        settings::adNetwork,
                        settings::adPrivacy,
                        settings::adScript,
                        settings::adSources,
                        settings::scheduleLateness,
                        settings::mediaMaxBytes,
                        settings::mediaMaxPixels,
                        settings::mediaUnusedFor,
                        settings::contentOrigins,
                        settings::importMaxBytes,
                        settings::importFolder,
                        delivery::webhookTries,
                        delivery::webhookBackoff,
                        delivery::webhookTimeout,
                        delivery::webhookKeep,
                        () -> mail.isOn() ? mail.properties() : null)
                .map(SettingsCheck::complaint)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Optional<String> complaint(Supplier<?> setting) {
        try {
            Object unused = setting.get();
            return Optional.empty();
        } catch (IllegalStateException | InvalidPathException e) {
            return Optional.of(e.getMessage());
        }
    }
}
