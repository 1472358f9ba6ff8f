/**
 * Histories in files: Jepsen's EDN, JSON lines and the older log lines.
 *
 * @see dev.faultline.checkers.io.HistoryFiles
 */
package dev.faultline.checkers.io;
