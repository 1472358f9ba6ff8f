/**
 * The well-known workloads: histories of one shape each, whose properties are decided without a search.
 *
 * <p>Every checker here takes O(n log n) time or less, n being the size of the history's values (long forks: for
 * reads of few keys), and ignores the operations that are none of its workload's. "Before" and "after" are positions
 * in the history, never clocks. A workload of which nothing was observed is unknown, not valid.
 */
package dev.faultline.checkers.workload;
