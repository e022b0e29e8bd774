/** Runs the benchmarks of the cores as one table, for {@code mvn -Pbench}; the benchmarks themselves stand beside their core. */
package org.galley.bench;
