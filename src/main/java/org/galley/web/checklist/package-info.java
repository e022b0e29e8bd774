/** The screen on which a section's checklist is kept. */
package org.galley.web.checklist;
