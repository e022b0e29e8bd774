/**
 * The comparison of two states of an article as history and review show it: rows to print, already worded and escaped.
 *
 * <p>No service is called here and nothing is decided; what changed is found by {@code org.galley.diff}.
 */
package org.galley.web.compare;
