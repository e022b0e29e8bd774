/** Galley's own Faces components: each one wraps a browser module and nothing of a screen. */
package org.galley.web.component;
