package dev.faultline.checkers.bench;

import dev.faultline.checkers.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What makes one row of the table.
 *
 * @param name of the row
 * @param model what the histories are of
 * @param files the histories, judged one after the other by one process
 * @param expected the known verdicts
 */
record Subject(String name, String model, List<Path> files, Map<Path, Verdict> expected) {}
