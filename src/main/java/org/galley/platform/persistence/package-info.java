/** Plumbing of persistence: the data source by configuration, migrations at start, converters, a shape of query. No entity lives here. */
package org.galley.platform.persistence;
