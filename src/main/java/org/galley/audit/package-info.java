/**
 * What was changed about the installation itself, by whom and when; the history of articles is in {@code org.galley.revision}.
 */
package org.galley.audit;
