/**
 * Histories in files, in the formats of {@link dev.faultline.checkers.io.Format}.
 *
 * @see dev.faultline.checkers.io.HistoryFiles
 */
package dev.faultline.checkers.io;
