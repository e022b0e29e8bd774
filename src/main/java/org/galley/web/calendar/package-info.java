/** The calendar of what the clock is to publish. Moving a plan is a transition of the workflow and is decided there. */
package org.galley.web.calendar;
