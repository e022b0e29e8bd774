package org.galley.publishing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.galley.platform.web.EarlyAnswer;
import org.galley.platform.web.SecurityHeaders;

/** Gives readers at the door the articles that are in memory; whatever else they want they get from {@link ReaderServlet}. */
@Dependent
class ReaderDoor implements EarlyAnswer {
    @Inject
    private ReaderPages pages;

    @Override
    public boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null
                || !request.getMethod().equals("GET")
                || !request.getServletPath().equals("/news")) {
            return false;
        }
        ReadyPage page = pages.inMemory(path);
        if (page == null) {
            return false;
        }
        SecurityHeaders.guardPage(request, response);
        page.send(request, response);
        return true;
    }
}
