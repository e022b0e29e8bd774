/**
 * The document model: a story's header, its blocks with ids for life, inline text, ad slots, and the one canonical form.
 *
 * <p>Plain Java: values only, no I/O, no Jakarta import, nothing of another Galley package.
 */
package org.galley.story;
