/** Articles: the working copy, saving with merge, history, comparing and restoring. */
package org.galley.api.articles;
