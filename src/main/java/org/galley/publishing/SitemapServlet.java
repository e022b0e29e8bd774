package org.galley.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.galley.platform.config.GalleySettings;

/** Sends what search engines ask for: {@code robots.txt}, the list of sitemaps, and the sitemaps. */
@WebServlet(
        name = "sitemaps",
        urlPatterns = {"/robots.txt", "/sitemap.xml", "/sitemap-news.xml", "/sitemaps/*"})
public class SitemapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String XML = "application/xml;charset=UTF-8";
    private static final Pattern PAGE = Pattern.compile("/([1-9][0-9]{0,3})\\.xml");

    /** First parts of the paths that are for the desk and for programs. */
    private static final List<String> NOT_FOR_ROBOTS = List.of(
            "desk",
            "write/",
            "history/",
            "ads/",
            "review/",
            "calendar",
            "catalogue",
            "checklist",
            "webhooks",
            "notifications",
            "import",
            "sign-in",
            "seen/",
            "preview/",
            "api/");

    @Inject
    private transient Feeds feeds;

    @Inject
    private transient GalleySettings settings;

    @Inject
    private transient FreshAnswer answers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/robots.txt" -> send(request, response, "text/plain;charset=UTF-8", robots());
            case "/sitemap.xml" -> send(request, response, XML, feeds.index());
            case "/sitemap-news.xml" -> send(request, response, XML, feeds.news());
            default -> {
                Matcher page = PAGE.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
                if (page.matches() && Integer.parseInt(page.group(1)) <= feeds.pages()) {
                    send(request, response, XML, feeds.places(Integer.parseInt(page.group(1))));
                } else {
                    response.sendError(HttpServletResponse.SC_NOT_FOUND);
                }
            }
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String type, byte[] bytes)
            throws IOException {
        answers.send(request, response, type, bytes, feeds.changed());
    }

    private byte[] robots() {
        String root = URI.create(settings.siteUrl()).getRawPath() + "/";
        return ("User-agent: *\n"
                        + NOT_FOR_ROBOTS.stream()
                                .map(path -> "Disallow: " + root + path + "\n")
                                .collect(Collectors.joining())
                        + "\nSitemap: " + settings.siteUrl() + "/sitemap.xml\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
