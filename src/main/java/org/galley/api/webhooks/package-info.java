/** Subscribers to publications, and what they were told. */
package org.galley.api.webhooks;
