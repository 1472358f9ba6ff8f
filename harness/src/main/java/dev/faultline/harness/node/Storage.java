package dev.faultline.harness.node;

import java.util.List;
import java.util.Optional;

/**
 * Durable storage of one node: a log of records and named cells. Writes are durable only after {@link #sync()}; a crash
 * before it loses them, or keeps only the first few of them. A record that was torn by the crash is recognised by its
 * checksum and counts as not written.
 */
public interface Storage {

    /** Appends a record to the log. */
    void append(Record entry);

    /** Drops all but the first {@code size} records of the log. */
    void truncate(int size);

    /** Drops the first {@code count} records of the log. */
    void dropFirst(int count);

    /** Writes a cell; the write replaces the whole cell or nothing. */
    void put(String cell, Record value);

    /** Makes everything written so far durable, in the order in which it was written. */
    void sync();

    /** The log as this node has written it, oldest first: an unmodifiable view. */
    List<Record> log();

    /** A cell as this node has written it. */
    Optional<Record> get(String cell);
}
