/**
 * Transactional isolation: which levels a history of transactions keeps, and the anomalies that break the others.
 *
 * <p>A history of transactions has operations whose value is a list of accesses: {@code [:append k v]} and
 * {@code [:r k [v …]]} for lists, {@code [:w k v]} and {@code [:r k v]} for registers. Definitions: Adya, "Weak Consistency:
 * A Generalized Theory" (MIT 1999); Kingsbury and Alvaro, "Elle" (VLDB 2021); Cerone, Bernardi and Gotsman, "A Framework
 * for Transactional Consistency Models" (CONCUR 2015); Biswas and Enea, "On the Complexity of Checking Transactional
 * Consistency" (OOPSLA 2019).
 */
package dev.faultline.checkers.transaction;
