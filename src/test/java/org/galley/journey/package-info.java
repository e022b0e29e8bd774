/** Journeys through a running Galley as its users take them; whoever has a server calls them with its address. */
package org.galley.journey;
