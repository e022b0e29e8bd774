/** How a service says no: one exception that every way in (screen, API) turns into its own answer. */
package org.galley.platform.refusal;
