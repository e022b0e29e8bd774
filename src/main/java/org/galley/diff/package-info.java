/**
 * Comparing and merging stories: what changed between two states, what becomes of two states with one ancestor, and where ad
 * slots go when the text under them changes.
 *
 * <p>Plain Java over the values of {@code org.galley.story}: no I/O, no Jakarta import, no other Galley package, no clock and
 * no randomness, so the same input always gives the same answer.
 */
package org.galley.diff;
