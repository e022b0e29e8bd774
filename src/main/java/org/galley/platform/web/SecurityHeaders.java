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
        guard((HttpServletRequest) request, (HttpServletResponse) response);
        chain.doFilter(request, response);
    }

    private static void guard(HttpServletRequest request, HttpServletResponse answer) {
        String first = first(request);
        guard(answer, FRAMED.contains(first), request.isSecure());
        if (!POLICY_OF_ITS_OWN.contains(first)) {
            answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        }
    }

    /** The same for a reader's page that is sent before any filter is asked; its policy it brings itself. */
    public static void guardPage(HttpServletRequest request, HttpServletResponse answer) {
        guard(answer, true, request.isSecure());
    }

    private static void guard(HttpServletResponse answer, boolean framed, boolean secure) {
        answer.setHeader("X-Content-Type-Options", "nosniff");
        // Older browsers know this header only; it must say what frame-ancestors says: readers' pages are shown within
        // previews.
        answer.setHeader("X-Frame-Options", framed ? "SAMEORIGIN" : "DENY");
        answer.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (secure) {
            answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static String first(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String[] parts = path.split("/", 3);
        return parts.length < 2 ? "" : parts[1].replace(".xhtml", "");
    }
}
