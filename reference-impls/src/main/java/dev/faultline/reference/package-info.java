/**
 * The reference implementations, one package per row of the catalogue. Each holds the algorithm, its messages, its state, its
 * seeded bugs with their witnesses, and, among the tests, its claims.
 */
package dev.faultline.reference;
