package dev.faultline.targets.foreign;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.workload.Invocation;

/** What a client of the harness wants of a foreign system; it never leaves this JVM. */
record Operation(long msgId, String f, Object value) implements ClientRequest {

    static Operation of(Invocation invocation) {
        return new Operation(invocation.msgId(), invocation.f(), invocation.value());
    }

    /** What came of it. */
    Answer answer(Outcome outcome) {
        return new Answer(msgId, outcome);
    }

    record Answer(long inReplyTo, Outcome outcome) implements ClientReply {}
}
