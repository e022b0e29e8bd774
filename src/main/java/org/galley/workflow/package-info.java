/**
 * From draft to correction: the transitions as data in one place, who may take them and what they need, and what they do.
 *
 * <p>Screens and API ask the same {@link org.galley.workflow.Workflow}; nothing else changes an article's state on request.
 */
package org.galley.workflow;
