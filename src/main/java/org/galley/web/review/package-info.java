/** The review screen: what changed since readers or an editor last agreed, the checks, and the steps of the workflow. */
package org.galley.web.review;
