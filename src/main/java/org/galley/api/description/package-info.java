/** Describes the HTTP API as an OpenAPI document: from the resource classes themselves, so that it cannot say what is not there. */
package org.galley.api.description;
