/**
 * The pictures that people upload: what is taken and what refused, in what sizes they are kept, where their bytes lie and who
 * may see them. What a story says about a picture (alternative text, caption, credit) is the story's and not known here.
 */
package org.galley.media;
