/** Who may call the API, and how a refusal of a service becomes an answer. Rights are checked by the services. */
package org.galley.api.access;
