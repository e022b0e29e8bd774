/** Galley's settings, read by MicroProfile Config, and the clock. */
package org.galley.platform.config;
