/**
 * The history of an article's text and ads: immutable numbered revisions, their content stored once, chained by hash.
 *
 * <p>Knows articles by number only. What may be changed, and when a revision is made, is decided elsewhere.
 */
package org.galley.revision;
