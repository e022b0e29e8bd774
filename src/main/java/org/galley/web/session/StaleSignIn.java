package org.galley.web.session;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows the sign-in screen afresh if it was open longer than its session, as neither its view nor its nonce is known any more. */
@WebFilter(
        filterName = "staleSignIn",
        urlPatterns = {"/sign-in", "/sign-in.xhtml"})
public class StaleSignIn implements Filter {
    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        boolean stale = request.getMethod().equals("POST") && request.getSession(false) == null;
        if (stale) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            ((HttpServletResponse) servletResponse).sendRedirect(request.getContextPath() + "/sign-in" + query);
        } else {
            chain.doFilter(servletRequest, servletResponse);
        }
    }
}
