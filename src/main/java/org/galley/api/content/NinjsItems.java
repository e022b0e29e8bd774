package org.galley.api.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import org.galley.adslot.Catalogue;
import org.galley.media.Media;
import org.galley.platform.config.GalleySettings;
import org.galley.publishing.ItemWriter;
import org.galley.publishing.LiveItem;
import org.galley.publishing.Withdrawal;

/** Lets webhooks and plugins say the same as the content API. */
@ApplicationScoped
public class NinjsItems implements ItemWriter {
    @Inject
    private GalleySettings settings;

    @Inject
    private Media media;

    @Inject
    private Catalogue catalogue;

    @Override
    public JsonObject item(LiveItem item) {
        return ninjs().write(item);
    }

    @Override
    public JsonObject cancellation(Withdrawal withdrawal) {
        return ninjs().cancel(withdrawal);
    }

    private NinjsJson ninjs() {
        return new NinjsJson(settings.siteUrl(), settings.siteLanguage(), media::describe, catalogue::kind);
    }
}
