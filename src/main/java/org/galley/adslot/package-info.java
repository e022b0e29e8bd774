/**
 * Ads of articles: slot definitions, placement policies, ad layouts as their own stream, and the report on them.
 *
 * <p>The rules themselves are in {@code org.galley.placement}, the following of paragraphs in {@code org.galley.diff}.
 */
package org.galley.adslot;
