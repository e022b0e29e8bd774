/**
 * What people of the newsroom should know without asking: in the page at once, and by mail if they wish.
 *
 * <p>It hears of what happens by events and changes no article; nothing else depends on it. A notification is written in the
 * transaction of what it tells of, mails are sent from an outbox afterwards.
 */
package org.galley.notification;
