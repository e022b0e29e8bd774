package org.galley.it;

import jakarta.inject.Inject;
import java.net.URI;
import java.net.URL;
import org.galley.it.inside.AdsScene;
import org.galley.it.inside.AnchorScene;
import org.galley.it.inside.ApprovalScene;
import org.galley.it.inside.ArchiveScene;
import org.galley.it.inside.CatalogueScene;
import org.galley.it.inside.ChecklistScene;
import org.galley.it.inside.CommentScene;
import org.galley.it.inside.ContentScene;
import org.galley.it.inside.DenialScene;
import org.galley.it.inside.DeskScene;
import org.galley.it.inside.FeedScene;
import org.galley.it.inside.FolderScene;
import org.galley.it.inside.HistoryScene;
import org.galley.it.inside.ImportScene;
import org.galley.it.inside.LongHistoryScene;
import org.galley.it.inside.NotificationScene;
import org.galley.it.inside.OneTransactionScene;
import org.galley.it.inside.PersistenceScene;
import org.galley.it.inside.PluginScene;
import org.galley.it.inside.PreviewScene;
import org.galley.it.inside.SavingScene;
import org.galley.it.inside.ScheduleScene;
import org.galley.it.inside.SearchScene;
import org.galley.it.inside.SectionRunScene;
import org.galley.it.inside.Services;
import org.galley.it.inside.SignInScene;
import org.galley.it.inside.TranslationScene;
import org.galley.it.inside.UnusedPicturesScene;
import org.galley.it.inside.WebhookScene;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The services as they work inside the server, on H2 and on PostgreSQL; a server takes long to start, so they share one. */
@ArquillianTest
public class ServicesIT
        implements SavingScene,
                HistoryScene,
                ArchiveScene,
                LongHistoryScene,
                AnchorScene,
                ApprovalScene,
                ScheduleScene,
                SignInScene,
                OneTransactionScene,
                DenialScene,
                PersistenceScene,
                AdsScene,
                CatalogueScene,
                SectionRunScene,
                CommentScene,
                ChecklistScene,
                FeedScene,
                UnusedPicturesScene,
                SearchScene,
                DeskScene,
                PreviewScene,
                TranslationScene,
                ImportScene,
                FolderScene,
                ContentScene,
                WebhookScene,
                PluginScene,
                NotificationScene {

    @Inject
    private Services services;

    @Deployment
    static WebArchive galley() {
        return GalleyArchive.withScenes();
    }

    /** From outside, at the server that has the plugin; it listens at the loopback address alone, whatever it calls itself. */
    @Test
    @RunAsClient
    void a_format_of_a_plugin_is_sent_to_whoever_asks(@ArquillianResource URL galley) {
        PluginFormatVisit.at(URI.create("http://127.0.0.1:" + galley.getPort() + galley.getPath()));
    }

    @Override
    public Services services() {
        return services;
    }
}
