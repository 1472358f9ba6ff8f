/**
 * Linearizability (Herlihy and Wing, "Linearizability: a correctness condition for concurrent objects", TOPLAS 1990):
 * every operation takes effect at one instant between its invocation and its completion.
 */
package dev.faultline.checkers.linearizability;
