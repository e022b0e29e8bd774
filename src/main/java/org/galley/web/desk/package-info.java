/** The desk: queues of stories with their counts, one table, search, and new stories. No rule of the workflow is decided here. */
package org.galley.web.desk;
