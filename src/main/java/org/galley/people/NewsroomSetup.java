package org.galley.people;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.galley.platform.config.GalleySettings;

/** Gives an empty database its first people and sections: the demo newsroom, or one administrator. */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class NewsroomSetup {
    private static final Logger LOG = System.getLogger(NewsroomSetup.class.getName());
    private static final int PASSWORD_BYTES = 18;

    @Inject
    private NewsroomFounding founding;

    @Inject
    private GalleySettings settings;

    @PostConstruct
    void setUp() {
        if (!founding.isNeeded()) {
            if (!settings.demo()) {
                warnOfDemoPasswords();
            }
            return;
        }
        if (settings.demo()) {
            founding.demo();
            return;
        }
        String password = settings.adminPassword().orElseGet(NewsroomSetup::generated);
        founding.administrator(password);
        if (settings.adminPassword().isEmpty()) {
            // Straight to the console and not to the log, as logs are kept and shipped.
            System.out.println("Galley's first administrator is 'admin' with the password " + password
                    + " - shown only now, so note it.");
        }
    }

    /** A database that was a demo before keeps its accounts, and everybody knows their password. */
    private void warnOfDemoPasswords() {
        List<String> open = founding.openDemoAccounts();
        if (!open.isEmpty()) {
            LOG.log(
                    Level.ERROR,
                    "These accounts still have the demo password, which everybody knows: {0}. Begin with an empty database.",
                    String.join(", ", open));
        }
    }

    private static String generated() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
