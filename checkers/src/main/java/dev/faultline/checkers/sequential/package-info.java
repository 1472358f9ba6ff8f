/**
 * Sequential consistency (Lamport, "How to Make a Multiprocessor Computer That Correctly Executes Multiprocess Programs",
 * IEEE Trans. Computers 1979): one order of all operations that keeps the order of each process, real time aside.
 */
package dev.faultline.checkers.sequential;
