package org.galley.it;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR exactly as the build made it. */
final class GalleyArchive {
    private GalleyArchive() {}

    static WebArchive asBuilt() {
        return ShrinkWrap.create(ZipImporter.class, "galley.war")
                .importFrom(new File(System.getProperty("galley.test.war")))
                .as(WebArchive.class);
    }
}
