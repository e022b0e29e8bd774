/** A plugin as the documentation shows it, built into a JAR of its own and deployed with the WAR. */
package org.galley.it.plugin;
