/** The screen of what a person was told and how they want to be told; the bell in the frame is a module of the shell. */
package org.galley.web.notifications;
