/** What the person who asks was told, and how they want to be told. */
package org.galley.api.notifications;
