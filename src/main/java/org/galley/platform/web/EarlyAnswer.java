package org.galley.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers requests for what is everybody's at the door: before anybody asks who sent them, and before filters and servlets. */
public interface EarlyAnswer {
    /**
     * Answers a request of {@link ReadersPassage}, if that takes no time.
     *
     * @return whether it did; otherwise the request goes on as ever
     */
    boolean answers(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
