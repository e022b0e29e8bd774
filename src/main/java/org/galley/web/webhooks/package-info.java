/** The screen of subscribers: who is told of publications, what waits, and what could not be delivered. */
package org.galley.web.webhooks;
