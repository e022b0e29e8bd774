/** The history screen: an article's timeline, the comparison of two points of it, and restoring. */
package org.galley.web.history;
