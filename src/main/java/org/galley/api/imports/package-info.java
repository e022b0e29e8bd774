/** Wire texts that come in by the API. */
package org.galley.api.imports;
