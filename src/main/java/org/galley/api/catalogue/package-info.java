/** Slot definitions and placement policies. */
package org.galley.api.catalogue;
