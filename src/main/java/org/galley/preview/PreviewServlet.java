package org.galley.preview;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galley.media.Media;
import org.galley.media.MediaRendition;
import org.galley.publishing.Editions;
import org.galley.publishing.ServedPage;

/**
 * Sends previews to whoever has a link: {@code /preview/{id}/{signature}}, and below it the pictures of that page, which are not public
 * yet. Nothing of it is kept by caches or found by search engines, and pages that it links to are not told its address.
 */
@WebServlet(name = "preview", urlPatterns = "/preview/*")
public class PreviewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([1-9][0-9]{0,17})/([A-Za-z0-9_-]{43})(/media/.+)?");
    /** No text can be taken for one: there an angle bracket is escaped. */
    private static final Pattern PICTURE = Pattern.compile("<img [^>]*>");

    @Inject
    private transient PreviewVisits visits;

    @Inject
    private transient Editions editions;

    @Inject
    private transient Media media;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Cache-Control", "no-store, private");
        response.setHeader("Referrer-Policy", "no-referrer");
        Matcher path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            send(response, refusal(PreviewRefusal.CLOSED));
        } else if (path.group(3) == null) {
            boolean counts = request.getMethod().equals("GET");
            PreviewAnswer answer = visits.visit(Long.parseLong(path.group(1)), path.group(2), counts);
            send(
                    response,
                    answer.page() == null ? refusal(answer.refusal()) : withPictures(answer.page(), path.group(2)));
        } else {
            sendPicture(response, visits.picture(Long.parseLong(path.group(1)), path.group(2), path.group(3)));
        }
    }

    private ServedPage refusal(PreviewRefusal why) {
        return switch (why) {
            case CLOSED -> editions.previewRefused();
            case OVER -> editions.previewEnded();
        };
    }

    /** Pictures that readers do not have yet are for whoever has the link: their addresses lead through it. */
    private static ServedPage withPictures(ServedPage page, String signature) {
        String html = new String(page.page(), StandardCharsets.UTF_8);
        String led = PICTURE.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group().replace("../../media/", signature + "/media/")));
        return page.withBytes(led.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, ServedPage page) throws IOException {
        response.setStatus(page.status());
        response.setHeader("Content-Security-Policy", page.contentSecurityPolicy());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.page().length);
        response.getOutputStream().write(page.page());
    }

    private void sendPicture(HttpServletResponse response, Optional<MediaRendition> found) throws IOException {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(found.get().contentType());
        response.setContentLengthLong(found.get().bytes());
        try (InputStream in = media.open(found.get())) {
            in.transferTo(response.getOutputStream());
        }
    }
}
