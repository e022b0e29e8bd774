package org.galley.it;

import java.io.File;
import java.net.URISyntaxException;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.galley.intake.FolderAtHand;
import org.galley.it.inside.Scene;
import org.galley.it.plugin.NewsletterDesk;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR as the build made it. */
final class GalleyArchive {
    private GalleyArchive() {}

    static WebArchive asBuilt() {
        return ShrinkWrap.create(ZipImporter.class, "galley.war")
                .importFrom(new File(System.getProperty("galley.test.war")))
                .as(WebArchive.class);
    }

    /** With the scenes that run inside the server; {@code -Dgalley.test.seed} repeats what they drew at random. */
    static WebArchive withScenes() {
        String seed = System.getProperty("galley.test.seed", String.valueOf(new Random().nextLong()));
        return asBuilt()
                .addPackage(Scene.class.getPackage())
                .addClass(FolderAtHand.class)
                .addAsLibrary(jarOf(Assertions.class))
                .addAsLibrary(plugin())
                .addAsResource(new StringAsset(seed), "galley-test-seed.txt");
    }

    /** A plugin as a house would build it: a JAR with its classes and an empty {@code beans.xml}. */
    static JavaArchive plugin() {
        return ShrinkWrap.create(JavaArchive.class, "galley-plugin-example.jar")
                .addPackage(NewsletterDesk.class.getPackage())
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
