package org.galley.publishing.webhook;

/**
 * A subscriber could not be told of an event, however often it was tried; fired in the transaction that gives up.
 *
 * @param webhook id of the subscriber
 * @param name of the subscriber
 */
public record DeadLetter(long webhook, String name, long event) {}
