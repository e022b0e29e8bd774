/** The desk over HTTP: its queues' counts, saved views, and what is done with many stories at once. */
package org.galley.api.desk;
