/**
 * Where ad slots may stand between the blocks of a text: policy, height estimate, exact optimum, check and explanation.
 *
 * <p>{@link org.galley.placement.Placement} is the way in. Plain Java: values in, values out; the same input gives the
 * same output on every run. No I/O, no JSON, no Jakarta import and nothing of another Galley package belongs here; a
 * caller turns its own blocks and slots into this package's records.
 *
 * <p>A body has blocks 1 to n and gaps 0 to n; gap i is after block i and is named by that block's id. In-body slots
 * stand in gaps 1 to n − 1; the top (gap 0) and the place below the text (gap n) are zones with caps of their own.
 * Lengths are CSS pixels of the reader's page.
 */
package org.galley.placement;
