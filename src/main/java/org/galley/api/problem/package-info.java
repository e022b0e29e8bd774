/**
 * How the HTTP API says that something went wrong: problem documents of RFC 9457 and the mappers that turn every exception
 * into one.
 *
 * <p>Here live the vocabulary of problems and its JAX-RS plumbing. Rules of the newsroom do not: a feature's service decides
 * what is refused, a resource says it with a {@link org.galley.api.problem.Problem}.
 */
package org.galley.api.problem;
