/**
 * Starts Galley from a checkout: the entry point of {@code mvn -Prun}, which runs in Maven's JVM and not in the server.
 *
 * <p>Uses the JDK only; nothing of the application may be called from here.
 */
package org.galley.platform.launch;
