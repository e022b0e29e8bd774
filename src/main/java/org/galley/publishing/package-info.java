/**
 * What readers get: editions of articles, rendered once at publication and served as bytes.
 *
 * <p>Whether something may be published is decided in {@code workflow}.
 */
package org.galley.publishing;
