/** Published content for other systems and for sites of their own: no account, nothing but what readers have. */
package org.galley.api.content;
