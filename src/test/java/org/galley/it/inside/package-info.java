/** Scenes that run inside the server, through the services that screens and API use; all of them share one deployment. */
package org.galley.it.inside;
