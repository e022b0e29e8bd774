/**
 * The article aggregate: its working copy shared by everyone in it, saving with merge, restoring, and the lists of the desk.
 *
 * <p>Which transition is allowed is decided in {@code workflow}; what readers get in {@code publishing}.
 */
package org.galley.article;
