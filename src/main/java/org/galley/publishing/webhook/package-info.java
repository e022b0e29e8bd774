/**
 * Tells subscribers of publications over HTTP: an outbox that is written with the publication, and a courier that empties it.
 *
 * <p>What happened is decided elsewhere and comes as a {@link org.galley.spi.PublicationEvent}; nothing here changes an article.
 */
package org.galley.publishing.webhook;
