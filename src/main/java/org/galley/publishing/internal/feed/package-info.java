/**
 * Feeds and sitemaps as documents: what stands in them is given, nothing is read from a database here.
 *
 * <p>XML is written by StAX, JSON by Jakarta JSON Processing; no text of a story ever becomes markup by itself.
 */
package org.galley.publishing.internal.feed;
