package org.galley.publishing;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.galley.media.Media;
import org.galley.media.MediaAddress;
import org.galley.media.MediaRendition;

/**
 * Sends pictures: to everybody what stands in a live article, to the desk also what does not yet. To all others there is nothing.
 */
@WebServlet(name = "media", urlPatterns = "/media/*")
public class MediaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Media media;

    @Inject
    private transient Editions editions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<MediaAddress> address = MediaAddress.of("/media" + request.getPathInfo());
        boolean open = address.isPresent() && editions.shows(address.get().media());
        Optional<MediaRendition> found = address.filter(known -> open || media.mayPreview())
                .flatMap(media::rendition)
                .filter(rendition -> rendition.path().equals("/media" + request.getPathInfo()));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setHeader("Cache-Control", "no-store");
            return;
        }
        MediaRendition rendition = found.get();
        String tag = "\"" + rendition.key().substring(0, 32) + "\"";
        response.setHeader("ETag", tag);
        // What is at an address never changes; what is not published yet stays out of shared caches.
        response.setHeader(
                "Cache-Control", open ? "public, max-age=31536000, immutable" : "private, max-age=31536000, immutable");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(rendition.contentType());
        response.setContentLengthLong(rendition.bytes());
        try (InputStream in = media.open(rendition)) {
            in.transferTo(response.getOutputStream());
        }
    }
}
