package dev.faultline.harness.wire;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;

/** A message under way. */
public record Envelope(NodeId src, NodeId dest, Message body) {}
