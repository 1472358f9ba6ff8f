package dev.faultline.harness.record;

import dev.faultline.harness.runtime.Trace;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a trace: equal hashes mean that two runs were the same, event for event, message for message. */
public final class TraceHash implements Trace {
    private final MessageDigest digest;
    private final TraceLines lines;

    public TraceHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("Every Java platform has SHA-256.", cause);
        }
        lines = new TraceLines(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void on(TraceEvent event) {
        lines.on(event);
    }

    /** The hash of what was heard so far, in hexadecimal; starts again from nothing. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
