package dev.faultline.harness.node;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;

/**
 * What nodes and clients send to each other: an immutable record, one of the records of its algorithm's sealed interface.
 *
 * <p>On the wire it is the body of an envelope, with the record's name in snake case as its {@code type} and the record's
 * components in snake case as its fields.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "type")
@JsonTypeIdResolver(MessageTypes.class)
public interface Message {}
