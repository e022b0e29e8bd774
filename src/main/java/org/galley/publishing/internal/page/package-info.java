/**
 * The pages that readers get: an article, a section, the front page, and what stands where a story is gone.
 *
 * <p>Plain Java: values in, HTML out. The markup lives in Mustache templates and one style sheet on the class path under
 * {@code org/galley/publishing/page}, which a site may replace file by file. No database, no request, no Faces, no script;
 * who may publish what and when is decided elsewhere.
 */
package org.galley.publishing.internal.page;
