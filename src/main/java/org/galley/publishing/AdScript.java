package org.galley.publishing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.internal.page.AdCode;

/** Adds this installation's ad code to articles as readers get them, if there is any: a network code switches it on. */
@ApplicationScoped
class AdScript {
    private static final String MODULE = "/reader/ads.js";

    @Inject
    private GalleySettings settings;

    @Inject
    private ServletContext context;

    private AdCode code;

    /** At the start, so that a mistyped setting is known then and not by the first reader. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        // Being called is enough: the settings were read before.
    }

    @PostConstruct
    void load() {
        code = settings.adNetwork()
                .map(network ->
                        new AdCode(network, settings.adScript(), settings.adPrivacy(), settings.adSources(), digest()))
                .orElse(null);
    }

    private String digest() {
        try (InputStream module = context.getResourceAsStream(MODULE)) {
            if (module == null) {
                throw new IllegalStateException("the application has no " + MODULE);
            }
            return AdCode.digest(module.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + MODULE, e);
        }
    }

    /** The page as readers get it now. */
    ServedPage into(ServedPage page) {
        return code == null ? page : page.with(code);
    }
}
