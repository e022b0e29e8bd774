/** Transitions of the workflow, and comments on stories. */
package org.galley.api.review;
