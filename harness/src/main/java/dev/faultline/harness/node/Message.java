package dev.faultline.harness.node;

/**
 * What nodes and clients send to each other: an immutable record, one of the records of its algorithm's sealed interface.
 *
 * <p>On the wire it is the body of an envelope, with the record's name in snake case as its {@code type} and the record's
 * components in snake case as its fields.
 */
public interface Message {}
