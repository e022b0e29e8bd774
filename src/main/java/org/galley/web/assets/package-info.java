/** How browsers get styles, modules and pictures of the screens: addresses that name the content. No bean lives here. */
package org.galley.web.assets;
