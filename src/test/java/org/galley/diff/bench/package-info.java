/** Benchmarks of comparing and merging, run by {@code mvn -Pbench}; no assertions live here. */
package org.galley.diff.bench;
