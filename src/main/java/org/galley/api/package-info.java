/**
 * The HTTP API under {@code /api/v1}: where it begins and who may come in.
 *
 * <p>Each resource lives in a package of its own, reads JSON, calls one service and writes JSON. No rule of the newsroom is decided
 * here.
 */
package org.galley.api;
