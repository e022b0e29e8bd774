package org.galley.platform.web;

import jakarta.inject.Inject;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Leads readers past the desk's authentication, and gives them at the door what is ready for them.
 *
 * <p>Jakarta Security looks its mechanism up anew for every request, be it for a page that is everybody's; on Payara that took two fifths
 * of the time of such a request, and choosing the filters most of the rest. What it registered is wrapped by the standard interfaces of
 * Jakarta Authentication: requests for readers are those of nobody, and may be answered there; all others go on as before. Without a
 * Jakarta Authentication that knows its application by this name, everything works and readers wait a little longer.
 */
@WebListener
public class ReadersPassage implements ServletContextListener {
    /** The message layer of servlets (Jakarta Authentication 3.0, 3.1). */
    private static final String LAYER = "HttpServlet";

    @Inject
    private EarlyAnswer answer;

    private String registration;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        // The name of an application (Jakarta Authentication 3.0, 3.2).
        String application = event.getServletContext().getVirtualServerName() + " "
                + event.getServletContext().getContextPath();
        AuthConfigFactory factory = AuthConfigFactory.getFactory();
        AuthConfigProvider desk = factory == null ? null : factory.getConfigProvider(LAYER, application, null);
        if (desk != null) {
            registration = factory.registerConfigProvider(
                    new PassageProvider(desk, answer),
                    LAYER,
                    application,
                    "The desk's authentication, which readers pass by");
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (registration != null) {
            AuthConfigFactory.getFactory().removeRegistration(registration);
        }
    }
}
