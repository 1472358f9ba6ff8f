package dev.faultline.reference.consensus.raftkv;

/**
 * An entry of the log.
 *
 * @param index its position, from 1
 * @param term the term of the leader that created it
 * @param command what it asks of the state machine
 */
public record Entry(long index, long term, Command command) {}
