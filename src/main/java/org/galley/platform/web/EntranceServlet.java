package org.galley.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.galley.platform.config.GalleySettings;

/** Leads from the context root to the desk, or to readers' front page where Galley is a site's front. */
@WebServlet(name = "entrance", urlPatterns = "", loadOnStartup = 1)
public class EntranceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient GalleySettings settings;

    /** At the start, so that a mistyped setting is known then and not by the first who comes. */
    @Override
    public void init() {
        settings.entrance();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/" + settings.entrance());
    }
}
