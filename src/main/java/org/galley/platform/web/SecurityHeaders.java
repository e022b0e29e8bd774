package org.galley.platform.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Guards every answer: no framing by others, no guessing of types, no addresses of the desk in referrers.
 *
 * <p>Declared in web.xml, which alone gives filters an order: it comes first, so that what other filters answer is guarded too, and
 * again for error pages, as a failure takes all headers away that were set before it.
 *
 * <p>The policy for scripts differs: PrimeFaces writes it for the screens (with nonces), the reader's page brings its own.
 */
public class SecurityHeaders implements Filter {
    /** First parts of the paths whose answers carry their own Content-Security-Policy. */
    private static final Set<String> POLICY_OF_ITS_OWN = Set.of(
            "",
            "desk",
            "write",
            "history",
            "ads",
            "review",
            "calendar",
            "catalogue",
            "checklist",
            "webhooks",
            "notifications",
            "admin",
            "import",
            "sign-in",
            "news",
            "preview",
            "seen");

    /** First parts of the paths whose answers are readers' pages, which the desk shows within its own. */
    private static final Set<String> FRAMED = Set.of("news", "seen");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Content-Type-Options", "nosniff");
        // Older browsers know this header only; it must say what frame-ancestors says: readers' pages are shown within
        // previews.
        answer.setHeader(
                "X-Frame-Options", FRAMED.contains(first((HttpServletRequest) request)) ? "SAMEORIGIN" : "DENY");
        answer.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (request.isSecure()) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (POLICY_OF_ITS_OWN.stream().noneMatch(first((HttpServletRequest) request)::equals)) {
            answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        }
        chain.doFilter(request, response);
    }

    private static String first(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] parts = path.split("/", 3);
        return parts.length < 2 ? "" : parts[1].replace(".xhtml", "");
    }
}
